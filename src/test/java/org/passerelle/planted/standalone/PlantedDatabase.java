package org.passerelle.planted.standalone;

public class PlantedDatabase {
}

package org.passerelle.planted.operations;

public class PlantedOperations {
}

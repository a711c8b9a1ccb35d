package org.passerelle.planted.trial;

public class PlantedTrial {
}

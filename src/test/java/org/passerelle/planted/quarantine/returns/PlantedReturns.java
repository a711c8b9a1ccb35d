package org.passerelle.planted.quarantine.returns;

public class PlantedReturns {
}

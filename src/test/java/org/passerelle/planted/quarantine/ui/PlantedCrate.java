package org.passerelle.planted.quarantine.ui;

import org.passerelle.planted.quarantine.returns.PlantedReturns;

public class PlantedCrate {

    PlantedReturns crateKnowsTheReturnsDesk;
}

package org.passerelle.planted.quarantine.ui;

import org.passerelle.planted.quarantine.returns.PlantedReturns;
import org.passerelle.planted.quarantine.room.PlantedRoom;

public class PlantedCrate {

    PlantedReturns crateKnowsTheReturnsDesk;
    PlantedRoom crateKnowsItsRoom;
}

package org.passerelle.planted.circulation.waiting;

import org.passerelle.planted.circulation.drive.PlantedDrive;

public class PlantedWaiting {

    PlantedDrive waitingKnowsUp;
}

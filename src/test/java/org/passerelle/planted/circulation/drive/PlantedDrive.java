package org.passerelle.planted.circulation.drive;

import org.passerelle.planted.circulation.waiting.PlantedWaiting;

public class PlantedDrive {

    PlantedWaiting driveKnowsUp;
}

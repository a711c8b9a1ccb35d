package org.passerelle.planted.circulation.reservations;

import org.passerelle.planted.circulation.drive.PlantedDrive;

public class PlantedReservations {

    PlantedDrive reservationsKnowsUp;
}

package org.passerelle.planted.circulation.queue;

import org.passerelle.planted.circulation.reservations.PlantedReservations;

public class PlantedQueue {

    PlantedReservations queueKnowsUp;
}

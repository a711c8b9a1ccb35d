package org.passerelle.planted.quarantine.room;

public class PlantedRoom {
}

package org.passerelle.planted.inbox;

public class PlantedInbox {
}

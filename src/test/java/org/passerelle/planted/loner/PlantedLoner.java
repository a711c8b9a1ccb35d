package org.passerelle.planted.loner;

import org.passerelle.planted.inbox.PlantedInbox;

class PlantedLoner {
    PlantedInbox knowsWhomItMayNot;
}

package org.passerelle.planted.other;

import org.passerelle.planted.dashboard.PlantedDashboard;
import org.passerelle.planted.inbox.PlantedInbox;
import org.passerelle.planted.operations.PlantedOperations;
import org.passerelle.planted.sample.service.PlantedDesk;
import org.passerelle.planted.standalone.PlantedDatabase;
import org.passerelle.planted.trial.PlantedTrial;

class PlantedFlow {
    PlantedInbox knowsTheInbox;
    PlantedDatabase knowsTheOwnDatabase;
    PlantedOperations knowsOperations;
    PlantedDashboard knowsTheDashboard;
    PlantedTrial knowsTheTrial;
    PlantedDesk knowsTheInsideOfAnotherModule;
}

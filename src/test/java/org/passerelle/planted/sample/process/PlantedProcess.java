package org.passerelle.planted.sample.process;

import org.passerelle.planted.sample.service.PlantedDesk;

public class PlantedProcess {
    PlantedDesk processKnowsService;
}

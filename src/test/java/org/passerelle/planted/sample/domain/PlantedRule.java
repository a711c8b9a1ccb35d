package org.passerelle.planted.sample.domain;

import org.passerelle.planted.sample.process.PlantedProcess;

public class PlantedRule {
    PlantedProcess domainKnowsProcess;
}

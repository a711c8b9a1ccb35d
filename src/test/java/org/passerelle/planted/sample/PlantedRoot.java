package org.passerelle.planted.sample;

import org.passerelle.planted.sample.domain.PlantedRule;

class PlantedRoot {
    PlantedRule rootKnowsDomain;
}

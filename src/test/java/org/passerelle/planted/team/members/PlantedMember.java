package org.passerelle.planted.team.members;

import org.passerelle.planted.team.returns.PlantedWorkReturn;

public class PlantedMember {

    PlantedWorkReturn memberKnowsTheReturn;
}

package org.passerelle.planted.team.returns;

public class PlantedWorkReturn {
}

package org.passerelle.planted.dashboard;

public class PlantedDashboard {
}

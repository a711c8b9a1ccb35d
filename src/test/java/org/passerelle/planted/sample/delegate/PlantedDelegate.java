package org.passerelle.planted.sample.delegate;

import org.camunda.bpm.engine.TaskService;
import org.passerelle.planted.sample.ui.PlantedView;

public class PlantedDelegate {
    PlantedView delegateKnowsView;
    TaskService usesTheEngine;
}

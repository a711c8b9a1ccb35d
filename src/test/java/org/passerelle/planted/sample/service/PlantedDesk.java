package org.passerelle.planted.sample.service;

import java.time.Instant;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.passerelle.planted.sample.ui.PlantedView;

public class PlantedDesk {
    PlantedView serviceKnowsView;
    RuntimeService usesTheEngine;
    BpmnError usesEngineTypes;

    void speaksToTheConsole() {
        System.out.println();
    }

    Instant readsTheSystemClock() {
        return Instant.now();
    }

    void sleeps() throws InterruptedException {
        Thread.sleep(1);
    }
}

package org.passerelle.planted.catalogue.domain.marc;

import org.passerelle.planted.catalogue.domain.marc.file.PlantedFile;

public class PlantedRecord {

    PlantedFile recordKnowsItsFile;
}

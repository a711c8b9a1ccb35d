package org.passerelle.planted.catalogue.domain.marc.file;

public class PlantedFile {
}

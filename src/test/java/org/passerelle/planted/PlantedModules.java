package org.passerelle.planted;

import org.springframework.modulith.Modulithic;

@Modulithic(systemName = "planted")
class PlantedModules {
}

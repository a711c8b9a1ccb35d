package org.passerelle.planted.circulation.desk;

import org.passerelle.planted.circulation.publicpages.PlantedPublicPages;

public class PlantedDesk {

    PlantedPublicPages deskKnowsUp;
}

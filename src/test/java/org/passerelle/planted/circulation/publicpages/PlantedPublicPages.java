package org.passerelle.planted.circulation.publicpages;

import org.passerelle.planted.circulation.desk.PlantedDesk;

public class PlantedPublicPages {

    PlantedDesk publicpagesKnowsUp;
}

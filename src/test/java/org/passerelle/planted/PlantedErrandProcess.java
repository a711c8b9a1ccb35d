package org.passerelle.planted;

/** Does not match its model in any constant. */
class PlantedErrandProcess {

    static final String SENT = "planted-errand.neverInTheModel";
    static final String RUN = "user_neverInTheModel";
}

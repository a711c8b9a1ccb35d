package org.passerelle.platform.people;

/** What somebody may be trusted with beside their role. A role never includes one, not even an administrator's. */
public enum Duty {
    OCCUPATIONAL_HEALTH, HUMAN_RESOURCES, WELLBEING_REFERENT, STEERING_GROUP;

    public String messageKey() {
        return "duty." + name();
    }
}

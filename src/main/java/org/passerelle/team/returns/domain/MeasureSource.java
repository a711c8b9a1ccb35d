package org.passerelle.team.returns.domain;

/** Who a measure comes from. */
public enum MeasureSource {
    AGENT, RULE, MANAGER, HEALTH;

    public String messageKey() {
        return "team.measure.source." + name();
    }
}

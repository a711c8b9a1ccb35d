package org.passerelle.platform.ui;

/** The parts of the menu, in their order. */
public enum MenuGroup {
    /** What is done all day; stands first, without a heading. */
    DAILY,
    /** The people who work here. */
    TEAM,
    STEERING;

    String messageKey() {
        return "menu.group." + name();
    }
}

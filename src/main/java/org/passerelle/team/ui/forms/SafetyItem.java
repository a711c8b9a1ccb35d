package org.passerelle.team.ui.forms;

/** What a safety briefing goes through; both sign that it did. */
enum SafetyItem {
    EXITS, GESTURES, PROTECTION, WAYS, PUBLIC, CONTACTS
}

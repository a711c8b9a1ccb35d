package org.passerelle.platform.ui;

import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;

/** A screen on which something may stand that nobody has saved yet: it asks before that is lost. */
public interface UnsavedScreen extends BeforeLeaveObserver {

    boolean hasUnsavedChanges();

    @Override
    default void beforeLeave(BeforeLeaveEvent event) {
        if (hasUnsavedChanges()) {
            UnsavedDialog.hold(event);
        }
    }
}

package org.passerelle.platform.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.BeforeLeaveEvent;

/** Asks before what somebody typed is lost; going on with it is as easy as losing it. */
public class UnsavedDialog extends ConfirmDialog {

    /** @param lose what was about to happen */
    public UnsavedDialog(Runnable lose) {
        setHeader(getTranslation("unsaved.title"));
        setText(getTranslation("unsaved.text"));
        setConfirmButton(getTranslation("unsaved.lose"), confirmed -> lose.run(), "primary error");
        setCancelable(true);
        setCancelText(getTranslation("unsaved.stay"));
        setCancelButtonTheme("");
    }

    /** For what leaves the page without going to another, as signing out: asks first where something is not saved. */
    public static void before(UI window, Runnable leave) {
        if (window.getInternals().getActiveRouterTargetsChain().stream()
                .anyMatch(target -> target instanceof UnsavedScreen screen && screen.hasUnsavedChanges())) {
            new UnsavedDialog(leave).open();
        } else {
            leave.run();
        }
    }

    /** Holds the way to another page until the person has answered. */
    public static UnsavedDialog hold(BeforeLeaveEvent event) {
        UnsavedDialog dialog = new UnsavedDialog(event.postpone()::proceed);
        dialog.open();
        return dialog;
    }
}

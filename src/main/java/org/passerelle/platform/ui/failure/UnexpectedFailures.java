package org.passerelle.platform.ui.failure;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * What nobody expected, handled once: the log gets all of it under a reference, the person gets the reference and no
 * technical word. One request can fail thousands of times: what it opens on the screen is one dialog, or one note.
 */
public final class UnexpectedFailures implements ErrorHandler {

    private static final Logger log = LoggerFactory.getLogger(UnexpectedFailures.class);

    @Override
    public void error(ErrorEvent event) {
        Throwable failure = event.getThrowable();
        UI ui = UI.getCurrent();
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            log.debug("a browser left before its answer came");
        } else if (ForgedRequests.caused(failure)) {
            ForgedRequests.record(failure);
        } else if (causedBy(failure, AccessDeniedException.class)) {
            log.warn("a gesture was refused: {}", NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
            tell(ui, "error.denied.text");
        } else if (causedBy(failure, OptimisticLockingFailureException.class)) {
            tell(ui, "error.atOnce");
        } else {
            String reference = record(failure);
            if (ui != null && !isOpen(ui)) {
                ConfirmDialog dialog = new ConfirmDialog(ui.getTranslation("error.unexpected.title"),
                        ui.getTranslation("error.unexpected.text", reference),
                        ui.getTranslation("error.unexpected.close"), close -> { });
                ComponentUtil.setData(ui, ConfirmDialog.class, dialog);
                dialog.open();
            }
        }
    }

    private static boolean isOpen(UI ui) {
        ConfirmDialog before = ComponentUtil.getData(ui, ConfirmDialog.class);
        return before != null && before.isOpened();
    }

    /** Writes the failure to the log, and answers the reference that finds it there. */
    static String record(Throwable failure) {
        String reference = HexFormat.of().withUpperCase().toHexDigits(ThreadLocalRandom.current().nextInt());
        log.error("unexpected failure {}", reference, failure);
        return reference;
    }

    private static void tell(UI ui, String messageKey) {
        if (ui != null) {
            Notification before = ComponentUtil.getData(ui, Notification.class);
            if (before != null) {
                before.close();
            }
            Notification note = Notification.show(ui.getTranslation(messageKey), 8000, Notification.Position.TOP_CENTER);
            note.addThemeVariants(NotificationVariant.LUMO_ERROR);
            note.setAssertive(true);
            ComponentUtil.setData(ui, Notification.class, note);
        }
    }

    private static boolean causedBy(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}

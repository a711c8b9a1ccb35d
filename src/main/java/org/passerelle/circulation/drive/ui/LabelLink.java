package org.passerelle.circulation.drive.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.service.BagLabels;

/** Opens the label of a bag, ready to print. */
class LabelLink extends Anchor {

    LabelLink(BagLabels labels, ReservationId reservation, String code) {
        Locale locale = getLocale();
        String file = getTranslation("staff.bag.label.file", code);
        setText(getTranslation("staff.bag.label"));
        setHref(DownloadHandler.fromInputStream(request -> {
            byte[] pdf = labels.pdf(reservation, locale);
            return new DownloadResponse(new ByteArrayInputStream(pdf), file, "application/pdf", pdf.length);
        }).inline());
        setTarget(AnchorTarget.BLANK);
        addClassName("label-link");
    }
}

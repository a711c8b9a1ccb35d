package org.passerelle.quarantine.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.service.CrateLabels;

/** Opens the label of a crate, ready to print. */
public class CrateLabelLink extends Anchor {

    public CrateLabelLink(CrateLabels labels, CrateId crate, String code) {
        Locale locale = getLocale();
        String file = getTranslation("quarantine.label.file", code);
        setText(getTranslation("quarantine.label"));
        setHref(DownloadHandler.fromInputStream(request -> {
            byte[] pdf = labels.pdf(crate, locale);
            return new DownloadResponse(new ByteArrayInputStream(pdf), file, "application/pdf", pdf.length);
        }).inline());
        setTarget(AnchorTarget.BLANK);
        getElement().setAttribute("aria-label", getTranslation("quarantine.label") + ", " + code);
        addClassName("label-link");
    }
}

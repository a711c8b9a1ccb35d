package org.passerelle.circulation.desk.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.passerelle.circulation.desk.service.DayPapers;

/** Opens the day on paper, ready to print. */
class DayPaperLink extends Anchor {

    DayPaperLink(DayPapers papers, UUID branch, LocalDate day) {
        Locale locale = getLocale();
        String file = getTranslation("staff.day.paper.file", day.toString());
        setText(getTranslation("staff.day.paper"));
        setHref(DownloadHandler.fromInputStream(request -> {
            byte[] pdf = papers.pdf(branch, day, locale);
            return new DownloadResponse(new ByteArrayInputStream(pdf), file, "application/pdf", pdf.length);
        }).inline());
        setTarget(AnchorTarget.BLANK);
        addClassName("label-link");
    }
}

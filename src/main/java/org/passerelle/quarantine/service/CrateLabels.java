package org.passerelle.quarantine.service;

import java.util.List;
import java.util.Locale;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.paper.Label;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.domain.Crate;
import org.passerelle.quarantine.domain.ReturnOutcome;
import org.passerelle.quarantine.domain.ReturnedCopy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The label of a crate: its code, when it is released, and what it holds. */
@Service
public class CrateLabels {

    private final CratePages pages;
    private final Messages messages;

    CrateLabels(CratePages pages, Messages messages) {
        this.pages = pages;
        this.messages = messages;
    }

    /** A PDF: the label, then the documents it holds, in the order of the shelves. For staff. */
    @Transactional(readOnly = true)
    public byte[] pdf(CrateId id, Locale locale) {
        CratePage page = pages.crate(id);
        Crate crate = page.crate();
        List<ReturnedCopy> inside = page.documents().stream()
                .filter(document -> document.outcome() == ReturnOutcome.IN_CRATE || document.outcome() == ReturnOutcome.TO_SHELF).toList();
        String release = crate.releaseAt() == null ? messages.text(locale, "quarantine.label.open")
                : messages.text(locale, "quarantine.label.release",
                        DateTimes.dayAndTime(crate.releaseAt(), page.zone(), locale));
        return Label.pdf(crate.code(), page.branchName() + " · " + release,
                messages.text(locale, "material." + crate.material()) + ", "
                        + messages.text(locale, crate.stacked() ? "quarantine.stacked" : "quarantine.spread") + " · "
                        + messages.text(locale, "quarantine.documents", inside.size()),
                inside.stream().map(document -> (document.shelfMark() == null ? "" : document.shelfMark() + " · ")
                        + document.titleText()).toList());
    }
}

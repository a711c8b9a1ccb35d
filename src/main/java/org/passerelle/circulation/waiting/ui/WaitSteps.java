package org.passerelle.circulation.waiting.ui;

import com.vaadin.flow.component.html.NativeDetails;
import org.passerelle.circulation.waiting.service.WaitDetails;
import org.passerelle.circulation.waiting.service.WaitFiles;
import org.passerelle.circulation.waiting.service.WaitNews;
import org.passerelle.platform.process.steps.CaseStanding;
import org.passerelle.platform.ui.cases.CaseSteps;
import org.passerelle.platform.ui.live.LiveUpdates;

/** Where a wait stands, for staff. It is asked for once it is opened: many waits beside each other cost nothing before. */
class WaitSteps extends NativeDetails {

    private final WaitDetails wait;
    private final WaitFiles files;
    private CaseSteps steps;

    WaitSteps(WaitDetails wait, WaitFiles files, LiveUpdates live) {
        this.wait = wait;
        this.files = files;
        addClassName("wait-steps");
        setSummaryText(getTranslation("wait.steps"));
        addToggleListener(toggled -> refresh());
        live.follow(this, WaitNews.of(wait.patron()), this::refresh);
    }

    private void refresh() {
        if (!isOpen()) {
            return;
        }
        CaseStanding standing = files.standing(wait.id());
        if (steps == null) {
            steps = CaseSteps.within(standing, wait.zone());
            setContent(steps);
        } else {
            steps.show(standing);
        }
    }
}

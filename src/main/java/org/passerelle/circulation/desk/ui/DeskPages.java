package org.passerelle.circulation.desk.ui;

import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.UUID;
import org.passerelle.circulation.waiting.process.WaitingTitleProcess;
import org.passerelle.circulation.waiting.service.WaitFiles;
import org.passerelle.platform.ui.cases.CasePage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A wait has no page of its own: it stands on its patron's. */
@Configuration
class DeskPages {

    @Bean
    CasePage pageOfWait(WaitFiles waits) {
        return new CasePage(WaitingTitleProcess.KEY, wait -> waits.patronOf(wait).map(DeskPages::patron));
    }

    private static RouterLink patron(UUID id) {
        RouterLink link = new RouterLink(PatronsView.class, new RouteParameters(new RouteParam(PatronsView.PARAMETER, id.toString())));
        link.setText(link.getTranslation("staff.task.patron"));
        return link;
    }
}

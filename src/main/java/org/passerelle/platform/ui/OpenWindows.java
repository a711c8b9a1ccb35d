package org.passerelle.platform.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Comparator;
import java.util.List;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.web.VisitSettings;
import org.springframework.stereotype.Component;

/** Bounds the windows of one visit: each is kept in memory. One too many closes the one heard of least recently. */
@Component
class OpenWindows implements VaadinServiceInitListener {

    private final VisitSettings settings;
    private final SignedIn signedIn;

    OpenWindows(VisitSettings settings, SignedIn signedIn) {
        this.settings = settings;
        this.signedIn = signedIn;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(this::makeRoom);
    }

    private void makeRoom(UIInitEvent opened) {
        int most = signedIn.person().isPresent() ? settings.signedInWindows() : settings.windows();
        List<UI> others = opened.getUI().getSession().getUIs().stream()
                .filter(ui -> ui != opened.getUI() && !ui.isClosing())
                .sorted(Comparator.comparingLong((UI ui) -> ui.getInternals().getLastHeartbeatTimestamp())
                        .thenComparingInt(UI::getUIId)).toList();
        others.stream().limit(Math.max(0, others.size() + 1 - most)).forEach(UI::close);
    }
}

package org.passerelle.planted.sample.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import org.passerelle.planted.sample.delegate.PlantedDelegate;
import org.passerelle.platform.network.BranchRepository;
import org.springframework.security.core.context.SecurityContextHolder;

public class PlantedView extends Div {
    private PlantedDelegate viewKnowsDelegate;
    private BranchRepository usesARepository;

    void readsTheSecurityContext() {
        SecurityContextHolder.getContext();
    }

    void staysDisabled(Button button) {
        button.setDisableOnClick(true);
    }
}

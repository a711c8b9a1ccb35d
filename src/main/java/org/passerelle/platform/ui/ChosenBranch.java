package org.passerelle.platform.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * At which branch somebody works: chosen on one screen, it holds on the others of the same window. A new window begins
 * where the last choice was made.
 */
@SpringComponent
@VaadinSessionScope
public class ChosenBranch {

    private static final String IN_WINDOW = ChosenBranch.class.getName();

    private UUID latest;

    public void choose(UUID branch) {
        latest = branch;
        ComponentUtil.setData(UI.getCurrent(), IN_WINDOW, branch);
    }

    /** The chosen one of these; empty where nothing was chosen, or none of them. */
    public <P> Optional<P> among(List<P> places, Function<P, UUID> idOf) {
        UI window = UI.getCurrent();
        if (ComponentUtil.getData(window, IN_WINDOW) == null) {
            ComponentUtil.setData(window, IN_WINDOW, latest);
        }
        Object chosen = ComponentUtil.getData(window, IN_WINDOW);
        return places.stream().filter(place -> idOf.apply(place).equals(chosen)).findFirst();
    }
}

package org.passerelle.quarantine.ui;

import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.passerelle.platform.ui.ChosenBranch;
import org.passerelle.quarantine.service.CrateRoom.Place;

/** Which branch is shown; what is chosen here holds on other screens too. */
public class BranchChooser extends Select<Place> {

    /** @param shown what follows a choice */
    public BranchChooser(List<Place> places, ChosenBranch chosen, Consumer<Place> shown) {
        addClassName("branch-chooser");
        setAriaLabel(getTranslation("staff.branch"));
        setItems(places);
        setItemLabelGenerator(Place::name);
        addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                chosen.choose(change.getValue().id());
                shown.accept(change.getValue());
            }
        });
    }

    /** The branch of that id; where none is named, the chosen one, or the first where the person works, or the first. */
    public static Optional<Place> find(List<Place> places, Optional<String> id, ChosenBranch chosen) {
        return id.isPresent() ? places.stream().filter(place -> place.id().toString().equals(id.get())).findFirst()
                : chosen.among(places, Place::id).or(() -> places.stream().filter(Place::mine).findFirst())
                        .or(() -> places.stream().findFirst());
    }
}

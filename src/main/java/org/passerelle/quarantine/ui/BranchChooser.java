package org.passerelle.quarantine.ui;

import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.passerelle.quarantine.service.CrateRoom.Place;

/** Which branch is shown. */
class BranchChooser extends Select<Place> {

    BranchChooser(List<Place> places, Consumer<Place> chosen) {
        addClassName("branch-chooser");
        setAriaLabel(getTranslation("staff.branch"));
        setItems(places);
        setItemLabelGenerator(Place::name);
        addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                chosen.accept(change.getValue());
            }
        });
    }

    /** The branch of that id; where none is named, the first one where the person works, or the first. */
    static Optional<Place> find(List<Place> places, Optional<String> id) {
        return id.isPresent() ? places.stream().filter(place -> place.id().toString().equals(id.get())).findFirst()
                : places.stream().filter(Place::mine).findFirst().or(() -> places.stream().findFirst());
    }
}

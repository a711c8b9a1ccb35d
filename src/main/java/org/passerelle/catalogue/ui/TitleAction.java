package org.passerelle.catalogue.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.passerelle.catalogue.FoundTitle;

/** Something that can be done with a title, shown beside it. Modules that know the catalogue contribute theirs as beans. */
public interface TitleAction {

    /**
     * A fresh component for that title and whoever is signed in, or empty. Called for each title of a page: it asks
     * the database nothing.
     */
    Optional<Component> of(FoundTitle title);
}

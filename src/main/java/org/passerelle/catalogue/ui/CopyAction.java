package org.passerelle.catalogue.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.passerelle.catalogue.TitleDetails.CopyAt;

/** What else there is about a copy, shown with it. Modules that know the catalogue contribute theirs as beans. */
public interface CopyAction {

    /** A fresh component for that copy and whoever is signed in, or empty. It asks the database nothing. */
    Optional<Component> of(CopyAt copy);
}

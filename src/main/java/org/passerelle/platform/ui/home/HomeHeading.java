package org.passerelle.platform.ui.home;

import java.util.Locale;
import java.util.Optional;
import org.passerelle.platform.network.WorkingBranch.Place;

/** What a module says of the day, beside the date and the branch where staff work. One statement at most. */
public interface HomeHeading {

    Optional<String> of(Place at, Locale language);
}

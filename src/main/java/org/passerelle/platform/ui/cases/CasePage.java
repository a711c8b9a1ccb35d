package org.passerelle.platform.ui.cases;

import com.vaadin.flow.router.RouterLink;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.passerelle.platform.process.CaseRef;

/**
 * Where staff read of the thing that the cases of one process are about. A module contributes one as a bean, so that others
 * lead there who know no more of it than the case.
 *
 * @param link to the page; empty where there is none (any more)
 */
public record CasePage(String processKey, Function<UUID, Optional<RouterLink>> link) {

    public static Optional<RouterLink> of(CaseRef process, Collection<CasePage> pages) {
        return pages.stream().filter(page -> page.processKey().equals(process.processKey())).findFirst()
                .flatMap(page -> page.link().apply(process.id()));
    }
}

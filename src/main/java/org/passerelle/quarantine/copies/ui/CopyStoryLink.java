package org.passerelle.quarantine.copies.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Optional;
import org.passerelle.catalogue.TitleDetails.CopyAt;
import org.passerelle.catalogue.ui.CopyAction;
import org.passerelle.catalogue.ui.CopyLink;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.SignedIn;

/** For staff: from a copy on its title's page to the copy's whole story. */
@SpringComponent
class CopyStoryLink implements CopyAction {

    private final SignedIn signedIn;

    CopyStoryLink(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public Optional<Component> of(CopyAt copy) {
        return signedIn.maybe().filter(CurrentUser::isStaff).map(staff -> {
            CopyLink link = new CopyLink(copy.barcode(), copy.barcode());
            link.addClassNames("row-sub", "code");
            return link;
        });
    }
}

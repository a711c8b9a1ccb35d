package org.passerelle.catalogue.service;

import java.util.List;
import java.util.UUID;
import org.passerelle.catalogue.Cataloguing;
import org.passerelle.catalogue.CopiesOnShelf;
import org.passerelle.catalogue.NewCopy;
import org.passerelle.catalogue.NewTitle;
import org.passerelle.catalogue.domain.TitleRows;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CataloguingDesk implements Cataloguing {

    private final SignedIn signedIn;
    private final TitleRows rows;
    private final ApplicationEventPublisher events;

    CataloguingDesk(SignedIn signedIn, TitleRows rows, ApplicationEventPublisher events) {
        this.signedIn = signedIn;
        this.rows = rows;
        this.events = events;
    }

    @Override
    @Transactional
    public UUID addTitle(NewTitle title) {
        signedIn.require(Role.MANAGER);
        UUID id = UUID.randomUUID();
        rows.insert(List.of(new TitleRows.TitleRow(id, title, null)));
        return id;
    }

    @Override
    @Transactional
    public UUID addCopy(NewCopy copy) {
        signedIn.require(Role.MANAGER);
        if (!rows.byBarcodeInAnyCase(List.of(copy.barcode())).isEmpty()) {
            throw new DuplicateKeyException("a copy has this barcode, or the same in another case");
        }
        UUID id = UUID.randomUUID();
        rows.insertCopies(List.of(new TitleRows.CopyRow(id, copy)));
        events.publishEvent(new CopiesOnShelf(List.of(new CopiesOnShelf.Copy(id, copy.title(), copy.branch()))));
        return id;
    }
}

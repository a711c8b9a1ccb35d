package org.passerelle.catalogue;

import java.util.UUID;

/** Adds to the catalogue by hand what no file brings. For managers. */
public interface Cataloguing {

    /** @throws org.springframework.dao.DuplicateKeyException when the identifier is taken */
    UUID addTitle(NewTitle title);

    /** @throws org.springframework.dao.DuplicateKeyException when the barcode is taken, in whatever case */
    UUID addCopy(NewCopy copy);
}

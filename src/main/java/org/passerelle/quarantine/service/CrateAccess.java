package org.passerelle.quarantine.service;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.domain.Crate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Who may work on which crate. */
@Component
class CrateAccess {

    private final EntityManager rows;
    private final SignedIn signedIn;

    CrateAccess(EntityManager rows, SignedIn signedIn) {
        this.rows = rows;
        this.signedIn = signedIn;
    }

    /**
     * For staff of its branch. Two people at one crate take turns: what is left in it is counted under this lock.
     *
     * @throws AccessDeniedException also where there is no such crate
     */
    Crate toWorkOn(CrateId id) {
        Crate crate = locked(id);
        signedIn.requireAt(crate.branch());
        return crate;
    }

    /** For the closing time and the steps of the process. */
    Crate locked(CrateId id) {
        Crate crate = rows.find(Crate.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (crate == null) {
            throw new AccessDeniedException("no such crate for this person");
        }
        return crate;
    }
}

package org.passerelle.quarantine.service;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.domain.Crate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Who may work on which crate. */
@Component
public class CrateAccess {

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
    public Crate toWorkOn(CrateId id) {
        Crate crate = locked(id);
        signedIn.requireAt(crate.branch());
        return crate;
    }

    /** The same for a case that may be another thing than a crate. */
    Optional<Crate> crateToWorkOn(UUID caseId) {
        Optional<Crate> crate = find(caseId);
        crate.ifPresent(found -> signedIn.requireAt(found.branch()));
        return crate;
    }

    /** For the closing time and the steps of the process. */
    public Crate locked(CrateId id) {
        return find(id.value()).orElseThrow(() -> new AccessDeniedException("no such crate for this person"));
    }

    private Optional<Crate> find(UUID id) {
        return Optional.ofNullable(rows.find(Crate.class, id, LockModeType.PESSIMISTIC_WRITE));
    }
}

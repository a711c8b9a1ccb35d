package org.passerelle.platform.network;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The branches of the network, as managers open and describe them. */
@Service
public class Branches {

    private final BranchRepository branches;
    private final JdbcClient jdbc;
    private final SignedIn signedIn;

    Branches(BranchRepository branches, JdbcClient jdbc, SignedIn signedIn) {
        this.branches = branches;
        this.jdbc = jdbc;
        this.signedIn = signedIn;
    }

    public record Listed(UUID id, BranchForm form) {
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<Listed> all() {
        signedIn.require(Role.MANAGER);
        return branches.findAllByOrderByName().stream().map(branch -> new Listed(branch.id(), BranchForm.of(branch)))
                .toList();
    }

    /** Refused with {@link CommonRefusal#FIELDS_WRONG} for the components of the form. */
    @Gesture
    public Outcome<UUID> create(BranchForm form) {
        signedIn.require(Role.MANAGER);
        hold();
        List<FieldError> errors = errors(form, null);
        if (!errors.isEmpty()) {
            return Outcome.refused(CommonRefusal.FIELDS_WRONG, errors.toArray());
        }
        return Outcome.done(branches.save(new Branch(form.code(), form.name(), orNull(form.address()),
                orNull(form.phone()), ZoneId.of(form.zone()), orNull(form.noteFr()), orNull(form.noteEn()))).id());
    }

    /**
     * From then on screens and messages say it so; appointments keep their instants whatever the zone becomes.
     *
     * @param read the branch as the person has read it
     */
    @Gesture
    public Outcome<Void> edit(UUID id, BranchForm read, BranchForm form) {
        signedIn.require(Role.MANAGER);
        hold();
        Optional<Branch> branch = branches.findById(id);
        if (branch.isEmpty()) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        if (!BranchForm.of(branch.get()).equals(read)) {
            return Outcome.refused(CommonRefusal.CHANGED_MEANWHILE);
        }
        List<FieldError> errors = errors(form, id);
        if (!errors.isEmpty()) {
            return Outcome.refused(CommonRefusal.FIELDS_WRONG, errors.toArray());
        }
        branch.get().rename(form.code(), form.name(), orNull(form.address()), orNull(form.phone()),
                ZoneId.of(form.zone()));
        branch.get().describePracticalities(orNull(form.noteFr()), orNull(form.noteEn()));
        return Outcome.done();
    }

    /** Two people who change branches wait for each other here: the second is told. */
    private void hold() {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended('branches', 0))").query(Integer.class).single();
    }

    private List<FieldError> errors(BranchForm form, UUID self) {
        return form.errors(code -> branches.findByCode(code).filter(other -> !other.id().equals(self)).isPresent());
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}

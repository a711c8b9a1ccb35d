package org.passerelle.quarantine.room.service;

import java.time.LocalTime;
import java.util.UUID;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.quarantine.domain.QuarantineSettings;
import org.passerelle.quarantine.domain.SettingsOfBranches;
import org.passerelle.quarantine.domain.Situation;
import org.passerelle.quarantine.service.CrateNews;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What managers say about a branch's quarantine. */
@Service
public class RoomSettings {

    /** Crates; more than any library's cellar. */
    public static final int MOST_CAPACITY = 10_000;

    private final SettingsOfBranches settings;
    private final ExpectedReleases expected;
    private final SignedIn signedIn;
    private final ApplicationEventPublisher events;

    RoomSettings(SettingsOfBranches settings, ExpectedReleases expected, SignedIn signedIn, ApplicationEventPublisher events) {
        this.settings = settings;
        this.expected = expected;
        this.signedIn = signedIn;
        this.events = events;
    }

    /** @param version of the settings that the form shows; those that nobody has saved yet have one too */
    public record Form(Situation situation, boolean covered, LocalTime closesAt, Integer capacity, int version) {
    }

    /** Whether the person signed in may change them. */
    public boolean mayChange() {
        return signedIn.maybe().filter(user -> user.has(Role.MANAGER)).isPresent();
    }

    @Transactional(readOnly = true)
    public Form form(UUID branch) {
        signedIn.require(Role.AGENT);
        QuarantineSettings now = settings.of(branch);
        return new Form(now.situation(), now.covered(), now.closesAt(), now.capacity(), now.version());
    }

    /** What is sealed keeps its rule; crates sealed from now on follow the new situation. */
    @Gesture
    public Outcome<Void> save(UUID branch, Form form) {
        signedIn.require(Role.MANAGER);
        if (form.capacity() == null || form.capacity() < 0 || form.capacity() > MOST_CAPACITY) {
            return Outcome.refused(CommonRefusal.FIELDS_WRONG, new FieldError("capacity", "quarantine.settings.capacityWrong"));
        }
        if (form.closesAt() == null) {
            return Outcome.refused(CommonRefusal.FIELDS_WRONG, new FieldError("closesAt", "quarantine.settings.closesAtWrong"));
        }
        QuarantineSettings kept = settings.of(branch);
        if (kept.version() != form.version()) {
            throw new OptimisticLockingFailureException("the settings have just been changed by somebody else");
        }
        kept.change(form.situation(), form.covered(), form.closesAt(), form.capacity());
        try {
            settings.saveAndFlush(kept);
        } catch (DataIntegrityViolationException first) {
            throw new OptimisticLockingFailureException("the settings have just been made by somebody else", first);
        }
        expected.follow(branch);
        events.publishEvent(CrateNews.ROOM_TOPIC.of(branch));
        return Outcome.done();
    }
}

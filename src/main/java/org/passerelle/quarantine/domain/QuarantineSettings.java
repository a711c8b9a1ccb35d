package org.passerelle.quarantine.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.UUID;

/** What a branch's manager says about its quarantine. */
@Entity
@Table(name = "quarantine_settings")
public class QuarantineSettings {

    /** Crates; what a small room holds, until the manager says otherwise. */
    private static final int DEFAULT_CAPACITY = 40;
    /** The version of settings that nobody has saved yet. */
    private static final int NONE_YET = -1;
    private static final LocalTime DEFAULT_CLOSING = LocalTime.of(18, 0);

    @Id
    private UUID branch;
    @Enumerated(EnumType.STRING)
    private Situation situation = Situation.ORDINARY;
    private boolean covered = true;
    private LocalTime closesAt = DEFAULT_CLOSING;
    private int capacity = DEFAULT_CAPACITY;
    @Version
    private Integer version;

    protected QuarantineSettings() {
    }

    /** Those of a branch that nobody has set up. */
    public QuarantineSettings(UUID branch) {
        this.branch = branch;
    }

    /** @param newCapacity crates that the room holds */
    public void change(Situation newSituation, boolean newCovered, LocalTime newClosesAt, int newCapacity) {
        situation = newSituation;
        covered = newCovered;
        closesAt = newClosesAt;
        capacity = newCapacity;
    }

    public UUID branch() {
        return branch;
    }

    public Situation situation() {
        return situation;
    }

    /** Whether books and comics wear plastic covers there. */
    public boolean covered() {
        return covered;
    }

    /** When crates that are still open are sealed, in the branch's own time. */
    public LocalTime closesAt() {
        return closesAt;
    }

    public int capacity() {
        return capacity;
    }

    /** When the branch closes next after that instant. */
    public Instant closingAfter(Instant instant, ZoneId zone) {
        return dayOf(instant, zone).atTime(closesAt).atZone(zone).toInstant();
    }

    /** When a crate that was opened then is sealed at the latest, seen from now. */
    private Instant sealingOf(Instant opened, ZoneId zone, Instant now) {
        Instant closing = closingAfter(opened, zone);
        return closing.isBefore(now) ? now : closing;
    }

    /** When a crate that is still open will be released: as if it were sealed at closing time, under that rule. */
    public Instant releaseOf(Instant opened, QuarantineRule rule, ZoneId zone, Instant now) {
        return sealingOf(opened, zone, now).plus(Duration.ofHours(rule.hours()));
    }

    public int version() {
        return version == null ? NONE_YET : version;
    }

    /** The day whose closing time seals what is scanned at that instant: after closing time, tomorrow's. */
    public LocalDate dayOf(Instant now, ZoneId zone) {
        ZonedDateTime here = now.atZone(zone);
        return here.toLocalTime().isBefore(closesAt) ? here.toLocalDate() : here.toLocalDate().plusDays(1);
    }
}

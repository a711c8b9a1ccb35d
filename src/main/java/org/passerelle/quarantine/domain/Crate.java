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
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.passerelle.quarantine.CrateId;

/** A dated box of returned documents of one kind. Its quarantine counts from its sealing. */
@Entity
@Table(name = "crate")
public class Crate {

    /** One that has been ready for longer than a working day keeps documents from people. */
    public static final Duration LATE_AFTER = Duration.ofDays(1);

    @Id
    private UUID id;
    @Version
    private long version;
    private String code;
    private UUID branch;
    @Enumerated(EnumType.STRING)
    private MaterialClass material;
    private boolean stacked;
    private LocalDate day;
    @Enumerated(EnumType.STRING)
    private CrateState state;
    private Instant openedAt;
    private Instant sealedAt;
    private UUID sealedBy;
    private Integer ruleVersion;
    private Integer hours;
    private Boolean treatment;
    private Boolean dryWipe;
    private Boolean dampWipe;
    private Boolean virucide;
    private Integer contactMinutes;
    private Instant releaseAt;
    private Instant releasedAt;
    private boolean early;
    private Instant doneAt;

    protected Crate() {
    }

    /** @param by account of who sealed it, or null when the closing time did */
    public void seal(QuarantineRule rule, int newRuleVersion, Instant now, UUID by) {
        require(CrateState.OPEN);
        state = CrateState.QUARANTINE;
        sealedAt = now;
        sealedBy = by;
        keep(rule, newRuleVersion);
    }

    /** At closing time nothing is in it: it needs no quarantine. */
    public void closeEmpty(Instant now) {
        require(CrateState.OPEN);
        state = CrateState.DONE;
        doneAt = now;
    }

    private void keep(QuarantineRule rule, int newRuleVersion) {
        ruleVersion = newRuleVersion;
        hours = rule.hours();
        treatment = rule.treatment();
        dryWipe = rule.methods().contains(Method.DRY_WIPE);
        dampWipe = rule.methods().contains(Method.DAMP_WIPE);
        virucide = rule.methods().contains(Method.VIRUCIDE);
        contactMinutes = rule.contactMinutes();
        // Elapsed hours: a change to summer time shortens none.
        releaseAt = sealedAt.plus(Duration.ofHours(rule.hours()));
    }

    /** It has been approved that it opens before its time. */
    public void releaseEarly() {
        require(CrateState.QUARANTINE);
        early = true;
    }

    public void release(Instant now) {
        require(CrateState.QUARANTINE);
        releasedAt = now;
        state = treatment ? CrateState.TREATMENT : CrateState.INSPECTION;
    }

    public void treated() {
        require(CrateState.TREATMENT);
        state = CrateState.INSPECTION;
    }

    public void inspected(boolean toPutAway, Instant now) {
        require(CrateState.INSPECTION);
        state = CrateState.PUT_AWAY;
        if (!toPutAway) {
            putAway(now);
        }
    }

    public void notTreated() {
        require(CrateState.INSPECTION);
        state = CrateState.TREATMENT;
    }

    /** Its inspection is not over after all. */
    public void notInspected() {
        if (state != CrateState.DONE) {
            require(CrateState.PUT_AWAY);
        }
        state = CrateState.INSPECTION;
        doneAt = null;
    }

    public void putAway(Instant now) {
        require(CrateState.PUT_AWAY);
        state = CrateState.DONE;
        doneAt = now;
    }

    /** One of its documents is not on its shelf after all. */
    public void notPutAway() {
        require(CrateState.DONE);
        state = CrateState.PUT_AWAY;
        doneAt = null;
    }

    private void require(CrateState expected) {
        if (state != expected) {
            throw new IllegalStateException("crate " + code + " is " + state + ", not " + expected);
        }
    }

    public CrateId id() {
        return new CrateId(id);
    }

    /** Short, and printed on its label; unique in the network. */
    public String code() {
        return code;
    }

    public UUID branch() {
        return branch;
    }

    public MaterialClass material() {
        return material;
    }

    public boolean stacked() {
        return stacked;
    }

    /** The day it was opened, as its branch counts days. */
    public LocalDate day() {
        return day;
    }

    public CrateState state() {
        return state;
    }

    /** The rule that decides for it, or null while it is open. */
    public QuarantineRule rule() {
        if (hours == null) {
            return null;
        }
        Set<Method> methods = EnumSet.noneOf(Method.class);
        if (dryWipe) {
            methods.add(Method.DRY_WIPE);
        }
        if (dampWipe) {
            methods.add(Method.DAMP_WIPE);
        }
        if (virucide) {
            methods.add(Method.VIRUCIDE);
        }
        return new QuarantineRule(hours, treatment, methods, contactMinutes);
    }

    /** The table's version that decided, or null while it is open. */
    public Integer ruleVersion() {
        return ruleVersion;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Instant sealedAt() {
        return sealedAt;
    }

    /** When its quarantine ends, or null while it is open. */
    public Instant releaseAt() {
        return releaseAt;
    }

    public Instant releasedAt() {
        return releasedAt;
    }

    /** Released for too long, and still not put away. */
    public boolean isLate(Instant now) {
        return state != CrateState.DONE && isLate(releasedAt, now);
    }

    /** @param released of a crate that is not done, or null */
    public static boolean isLate(Instant released, Instant now) {
        return released != null && released.plus(LATE_AFTER).isBefore(now);
    }

    /** When what was in it could be had: its quarantine's end, or its early release. */
    public Instant opensAt() {
        return early ? releasedAt : releaseAt;
    }

    public boolean early() {
        return early;
    }

    public Instant doneAt() {
        return doneAt;
    }
}

package org.passerelle.quarantine.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.passerelle.quarantine.CrateId;

/** Somebody asks that a crate, or one document of it, be released before its time; somebody else decides. */
@Entity
@Table(name = "release_request")
public class ReleaseRequest {

    public enum State {
        ASKED, APPROVED, REFUSED, NO_LONGER_NEEDED
    }

    @Id
    private UUID id;
    @Version
    private long version;
    private UUID crate;
    private UUID returned;
    private String reason;
    private UUID askedBy;
    private Instant askedAt;
    @Enumerated(EnumType.STRING)
    private State state;
    private UUID decidedBy;
    private Instant decidedAt;

    protected ReleaseRequest() {
    }

    /** @param returned one document of the crate, or null for all of it */
    public ReleaseRequest(CrateId crate, UUID returned, String reason, UUID askedBy, Instant askedAt) {
        this.id = UUID.randomUUID();
        this.crate = crate.value();
        this.returned = returned;
        this.reason = reason;
        this.askedBy = askedBy;
        this.askedAt = askedAt;
        this.state = State.ASKED;
    }

    public boolean isOpen() {
        return state == State.ASKED;
    }

    public void decide(boolean approved, UUID by, Instant now) {
        require();
        if (by.equals(askedBy)) {
            throw new IllegalStateException("who asked does not decide");
        }
        state = approved ? State.APPROVED : State.REFUSED;
        decidedBy = by;
        decidedAt = now;
    }

    public void noLongerNeeded() {
        require();
        state = State.NO_LONGER_NEEDED;
    }

    private void require() {
        if (!isOpen()) {
            throw new IllegalStateException("the request is " + state);
        }
    }

    public UUID id() {
        return id;
    }

    public CrateId crate() {
        return new CrateId(crate);
    }

    /** One document of the crate, or null for all of it. */
    public UUID returned() {
        return returned;
    }

    public String reason() {
        return reason;
    }

    public UUID askedBy() {
        return askedBy;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public State state() {
        return state;
    }
}

package org.passerelle.patrons.service;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.notification.Way;
import org.passerelle.patrons.PatronRefusal;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.patrons.domain.PatronRepository;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.security.LinkSecret;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SecurityRecord;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A patron's other e-mail address: it holds once whoever reads its mail has opened the link sent there; until then
 * messages, and the links in them, go where they went, and that address is told.
 */
@Service
public class EmailChange {

    /**
     * As many addresses may be given, confirmed or not, until the last link would have lapsed: otherwise who confirms one,
     * or takes it away, in between would have strangers written to without end.
     */
    static final int MOST_TRIES = 5;

    private final PatronRepository patrons;
    private final PatronLetters letters;
    private final SecurityRecord record;
    private final JdbcClient jdbc;
    private final SignedIn signedIn;
    private final AppClock clock;
    private final Duration confirmWithin;

    EmailChange(PatronRepository patrons, PatronLetters letters, SecurityRecord record, JdbcClient jdbc,
                SignedIn signedIn, AppClock clock,
                @Value("${passerelle.links.confirm-within:3d}") Duration confirmWithin) {
        this.patrons = patrons;
        this.letters = letters;
        this.record = record;
        this.jdbc = jdbc;
        this.signedIn = signedIn;
        this.clock = clock;
        this.confirmWithin = confirmWithin;
    }

    private record Asked(UUID patron, String email) {
    }

    /** @param toldBy how the message to that address leaves */
    public record Pending(String email, Way toldBy) {
    }

    /** What the patron signed in has given and not confirmed yet. */
    @Transactional(readOnly = true)
    public Optional<Pending> pending() {
        UUID me = signedIn.require(Role.PATRON).patron();
        return jdbc.sql("select email from app.patron_email_change where patron = ? and lapses_at > ?"
                + " and email is not null")
                .params(me, Timestamp.from(clock.instant())).query(String.class).optional()
                .map(email -> new Pending(email, letters.way(patrons.findById(me).orElseThrow(), email)));
    }

    /** The address that this link confirms; empty for a wrong or lapsed one. */
    @Transactional(readOnly = true)
    public Optional<String> open(String token) {
        return asked(token).map(Asked::email);
    }

    /** Messages go there from now on. */
    @Gesture
    public Outcome<Void> confirm(String token) {
        // The patron's row first, as everywhere; then whether the link still holds.
        Optional<Patron> patron = asked(token).flatMap(asked -> patrons.lockById(asked.patron()));
        Optional<Asked> asked = asked(token);
        if (patron.isEmpty() || asked.isEmpty()) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        patron.get().writeTo(asked.get().email());
        forget(patron.get().id());
        record.recordOfPatron(SecurityRecord.Kind.EMAIL_CHANGED, patron.get().id());
        return Outcome.done();
    }

    /** @param patron locked by the caller */
    Outcome<Void> ask(Patron patron, String email) {
        Instant now = clock.instant();
        int tries = 1 + jdbc.sql("select tries from app.patron_email_change where patron = ? and lapses_at > ?")
                .params(patron.id(), Timestamp.from(now)).query(Integer.class).optional().orElse(0);
        if (tries > MOST_TRIES) {
            return Outcome.refused(PatronRefusal.TOO_MANY_ADDRESSES);
        }
        String token = LinkSecret.draw();
        Instant until = now.plus(confirmWithin);
        jdbc.sql("""
                insert into app.patron_email_change (patron, email, token, asked_at, lapses_at, tries)
                values (?, ?, ?, ?, ?, ?)
                on conflict (patron) do update set email = excluded.email, token = excluded.token,
                    asked_at = excluded.asked_at, lapses_at = excluded.lapses_at, tries = excluded.tries""")
                .params(patron.id(), email, token, Timestamp.from(now), Timestamp.from(until), tries).update();
        letters.confirm(patron, email, token, until);
        letters.anotherIsAsked(patron);
        return Outcome.done();
    }

    /** The address has been changed at once, by staff or as there is none any more. @param old may be null */
    void changed(Patron patron, String old) {
        forget(patron.id());
        letters.noLonger(patron, old);
        record.recordOfPatron(SecurityRecord.Kind.EMAIL_CHANGED, patron.id());
    }

    /** Nothing is to be confirmed any more; how many addresses were given is kept. */
    private void forget(UUID patron) {
        jdbc.sql("update app.patron_email_change set email = null, token = null where patron = ?").param(patron).update();
    }

    private Optional<Asked> asked(String token) {
        return jdbc.sql("select patron, email from app.patron_email_change where token = ? and lapses_at > ?")
                .params(token, Timestamp.from(clock.instant())).query(Asked.class).optional();
    }
}

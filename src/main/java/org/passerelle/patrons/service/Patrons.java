package org.passerelle.patrons.service;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.patrons.PatronChanged;
import org.passerelle.patrons.PatronRefusal;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.patrons.domain.PatronCategory;
import org.passerelle.patrons.domain.PatronRepository;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.PlainText;
import org.passerelle.platform.ScannedCode;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.security.accounts.PatronSignIns;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** The holders of cards: staff find, enter and correct them; a patron sees only themself. */
@Service
public class Patrons {

    /** Rows of one page of a search at most. */
    public static final int PAGE = 100;

    /** How alike a name must be to what is typed: with less, short names find strangers. */
    private static final String ALIKE = "0.5";

    private final PatronRepository patrons;
    private final EntityManager rows;
    private final JdbcClient jdbc;
    private final SignedIn signedIn;
    private final PatronSignIns signIns;
    private final ApplicationEventPublisher events;
    private final EmailChange emailChange;

    Patrons(PatronRepository patrons, EntityManager rows, JdbcClient jdbc, SignedIn signedIn, PatronSignIns signIns,
            ApplicationEventPublisher events, EmailChange emailChange) {
        this.patrons = patrons;
        this.rows = rows;
        this.jdbc = jdbc;
        this.signedIn = signedIn;
        this.signIns = signIns;
        this.events = events;
        this.emailChange = emailChange;
    }

    public record Row(UUID id, String cardNumber, String name, PatronCategory category, boolean blocked) {
    }

    /** @param version what {@link #change} wants to see again */
    public record Details(UUID id, int version, String displayName, PatronForm form) {

        static Details of(Patron patron) {
            return new Details(patron.id(), patron.version(), patron.displayName(), PatronForm.of(patron));
        }
    }

    /** What patrons write about themselves. */
    public record Contact(String email, String phone, boolean prefersPhone, Locale locale) {

        private static final Set<String> FIELDS = Set.of("email", "phone", "locale");
    }

    /**
     * Patrons by card number or name, words in any order, accents and small typos forgiven; the best match first, and
     * all by name where nothing is typed.
     *
     * @param limit at most {@link #PAGE}
     */
    @Transactional(readOnly = true)
    public List<Row> find(String typed, int offset, int limit) {
        signedIn.require(Role.AGENT);
        String words = PlainText.words(typed);
        jdbc.sql("select set_config('pg_trgm.word_similarity_threshold', ?, true)").param(ALIKE)
                .query(String.class).single();
        return jdbc.sql("""
                with typed as materialized (
                    select form, array(select '%' || word || '%' from unnest(string_to_array(form, ' ')) as word) as parts
                    from (select app.search_form(:words) as form) as searched)
                select p.id, p.card_number, trim(p.first_name || ' ' || p.last_name), p.category, p.blocked
                from app.patron p, typed
                where p.card_number = :card or p.search like all (typed.parts)
                    or typed.form operator(public.<%) p.search
                order by p.card_number = :card desc,
                    case when typed.form = '' then 0 else public.word_similarity(typed.form, p.search) end desc,
                    p.last_name collate "und-x-icu", p.first_name collate "und-x-icu", p.id
                limit :limit offset :offset""")
                .param("words", words).param("card", Patron.normalCard(words))
                .param("limit", Math.clamp(limit, 0, PAGE)).param("offset", Math.max(0, offset))
                .query(Patrons::row).list();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(row.getObject(1, UUID.class), row.getString(2), row.getString(3),
                PatronCategory.valueOf(row.getString(4)), row.getBoolean(5));
    }

    /** The patron with that card, scanned or typed. One statement. */
    @Transactional(readOnly = true)
    public List<Row> withCard(ScannedCode code) {
        signedIn.require(Role.AGENT);
        return jdbc.sql("""
                select id, card_number, trim(last_name || ' ' || first_name), category, blocked from app.patron
                where card_number = any(?) order by id""")
                .param(code.variants().stream().map(Patron::normalCard).distinct().toArray(String[]::new))
                .query(Patrons::row).list();
    }

    @Transactional(readOnly = true)
    public Optional<Details> byCard(String scanned) {
        signedIn.require(Role.AGENT);
        return new ScannedCode(scanned).variants().stream().map(read -> patrons.findByCardNumber(Patron.normalCard(read)))
                .flatMap(Optional::stream).findFirst().map(Details::of);
    }

    @Transactional(readOnly = true)
    public Optional<Details> details(UUID patron) {
        signedIn.require(Role.AGENT);
        return patrons.findById(patron).map(Details::of);
    }

    /** The patron whose account is signed in. */
    @Transactional(readOnly = true)
    public Details me() {
        return patrons.findById(signedIn.require(Role.PATRON).patron()).map(Details::of).orElseThrow(Patrons::nobody);
    }

    @Gesture
    public Outcome<UUID> create(PatronForm form) {
        signedIn.require(Role.AGENT);
        List<FieldError> errors = errors(form, null);
        if (!errors.isEmpty()) {
            return Outcome.refused(CommonRefusal.FIELDS_WRONG, errors.toArray());
        }
        Patron patron = new Patron(form.cardNumber(), form.firstName(), form.lastName(), form.category(), form.locale());
        write(form, patron);
        rows.persist(patron);
        return Outcome.done(patron.id());
    }

    /** @param version of the {@link Details} that the form was filled with */
    @Gesture
    public Outcome<Details> change(UUID id, int version, PatronForm form) {
        signedIn.require(Role.AGENT);
        Optional<Patron> found = patrons.lockById(id);
        if (found.isEmpty()) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        Patron patron = found.get();
        if (patron.version() != version) {
            return Outcome.refused(PatronRefusal.PATRON_CHANGED);
        }
        List<FieldError> errors = errors(form, id);
        if (errors.isEmpty()) {
            signIns.rename(id, patron.cardNumber(), form.cardNumber()).ifPresent(wrong ->
                    errors.add(new FieldError("cardNumber", wrong.messageKey(), wrong.args())));
        }
        if (!errors.isEmpty()) {
            return Outcome.refused(CommonRefusal.FIELDS_WRONG, errors.toArray());
        }
        String oldEmail = patron.email();
        write(form, patron);
        if (!Objects.equals(oldEmail, patron.email())) {
            emailChange.changed(patron, oldEmail);
        }
        Details changed = Details.of(patrons.saveAndFlush(patron));
        events.publishEvent(new PatronChanged(id));
        return Outcome.done(changed);
    }

    /**
     * How and in which language the library gets in touch with the patron whose account is signed in. Another e-mail
     * address holds once it is confirmed from there: see {@link EmailChange}.
     *
     * @param version of the {@link #me} that the person saw
     */
    @Gesture
    public Outcome<Details> reachMeBy(int version, Contact contact) {
        UUID own = signedIn.require(Role.PATRON).patron();
        Patron patron = patrons.lockById(own).orElseThrow(Patrons::nobody);
        if (patron.version() != version) {
            return Outcome.refused(PatronRefusal.PATRON_CHANGED);
        }
        PatronForm form = PatronForm.of(patron).reachedBy(contact);
        List<FieldError> errors = form.errors().stream().filter(error -> Contact.FIELDS.contains(error.field())).toList();
        if (!errors.isEmpty()) {
            return Outcome.refused(CommonRefusal.FIELDS_WRONG, errors.toArray());
        }
        String oldEmail = patron.email();
        boolean toConfirm = form.email() != null && !form.email().equals(oldEmail);
        patron.reachBy(toConfirm ? oldEmail : form.email(), form.phone(), form.prefersPhone(), form.locale());
        if (toConfirm) {
            Outcome<Void> asked = emailChange.ask(patron, form.email());
            if (!asked.isDone()) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return asked.map(nothing -> null);
            }
        } else if (!Objects.equals(form.email(), oldEmail)) {
            emailChange.changed(patron, oldEmail);
        }
        return Outcome.done(Details.of(patrons.saveAndFlush(patron)));
    }

    private static AccessDeniedException nobody() {
        return new AccessDeniedException("the account belongs to no patron");
    }

    private static void write(PatronForm form, Patron patron) {
        patron.rename(form.firstName(), form.lastName());
        patron.changeCard(form.cardNumber(), form.category());
        patron.reachBy(form.email(), form.phone(), form.prefersPhone(), form.locale());
        if (form.blocked()) {
            patron.block();
        } else {
            patron.unblock();
        }
    }

    private List<FieldError> errors(PatronForm form, UUID self) {
        List<FieldError> errors = new ArrayList<>(form.errors());
        if (errors.stream().noneMatch(error -> error.field().equals("cardNumber"))) {
            // Two people giving out the same card wait for each other here: the second is told at the field.
            jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended('patron card ' || ?, 0))")
                    .param(form.cardNumber()).query(Integer.class).single();
            boolean taken = jdbc.sql("select exists (select 1 from app.patron where card_number = ? and id is distinct from ?)")
                    .params(form.cardNumber(), self).query(Boolean.class).single();
            if (taken) {
                errors.add(new FieldError("cardNumber", "patron.error.cardTaken"));
            }
        }
        return errors;
    }
}

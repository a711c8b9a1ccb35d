package org.passerelle.patrons.service;

import java.sql.Date;
import java.sql.Timestamp;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.patrons.PatronChanged;
import org.passerelle.patrons.PatronRefusal;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.patrons.domain.PatronRepository;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.retention.Person;
import org.passerelle.platform.retention.PersonData;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SecurityRecord;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.security.accounts.PatronSignIns;
import org.passerelle.platform.time.AppClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** All that is known about a patron, wherever it is kept: staff hand it out, and take it away, when the person asks. */
@Service
public class PatronFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PatronRepository patrons;
    private final List<PersonData> data;
    private final PatronSignIns signIns;
    private final SecurityRecord record;
    private final SignedIn signedIn;
    private final AppClock clock;
    private final ApplicationEventPublisher events;

    PatronFiles(PatronRepository patrons, List<PersonData> data, PatronSignIns signIns, SecurityRecord record,
                SignedIn signedIn, AppClock clock, ApplicationEventPublisher events) {
        this.patrons = patrons;
        this.data = data;
        this.signIns = signIns;
        this.record = record;
        this.signedIn = signedIn;
        this.clock = clock;
        this.events = events;
    }

    /** A file in JSON; that it was handed out, and by whom, is on record. Empty where there is no such patron. */
    @Gesture
    public Optional<byte[]> export(UUID id) {
        signedIn.require(Role.AGENT);
        return patrons.lockById(id).map(patron -> {
            Person person = person(patron);
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("exported", clock.instant().toString());
            file.put("patron", own(patron));
            data.forEach(each -> file.put(each.key(), each.of(person).stream().map(PatronFiles::readable).toList()));
            record.recordOfPatron(SecurityRecord.Kind.DATA_EXPORTED, id);
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(file);
        });
    }

    /**
     * The record and the account are gone, and what has ended no longer names the person. On record is that somebody was
     * erased, and by whom.
     *
     * @return refused with {@link PatronRefusal#STILL_OPEN} while the person has, or waits for, anything
     */
    @Gesture
    public Outcome<Void> erase(UUID id) {
        signedIn.require(Role.AGENT);
        Optional<Patron> patron = patrons.lockById(id);
        if (patron.isEmpty()) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        int open = data.stream().mapToInt(each -> each.open(id)).sum();
        if (open > 0) {
            return Outcome.refused(PatronRefusal.STILL_OPEN, open);
        }
        record.recordOfPatron(SecurityRecord.Kind.PATRON_ERASED, id);
        Person person = person(patron.get());
        data.forEach(each -> each.erase(person));
        events.publishEvent(new PatronChanged(id));
        patrons.delete(patron.get());
        return Outcome.done();
    }

    private Person person(Patron patron) {
        Set<UUID> cases = new HashSet<>(Set.of(patron.id()));
        data.forEach(each -> cases.addAll(each.cases(patron.id())));
        return new Person(patron.id(), signIns.accountOf(patron.id()).orElse(null), cases);
    }

    private static Map<String, Object> own(Patron patron) {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("cardNumber", patron.cardNumber());
        own.put("firstName", patron.firstName());
        own.put("lastName", patron.lastName());
        own.put("email", patron.email());
        own.put("phone", patron.phone());
        own.put("language", patron.locale().getLanguage());
        own.put("prefersPhone", patron.prefersPhone());
        own.put("blocked", patron.blocked());
        own.put("category", patron.category().name());
        return own;
    }

    /** Instants and days as everybody writes them. */
    private static Map<String, Object> readable(Map<String, Object> row) {
        Map<String, Object> readable = new LinkedHashMap<>();
        row.forEach((name, value) -> readable.put(name, switch (value) {
            case Timestamp instant -> instant.toInstant().toString();
            case Date day -> day.toLocalDate().toString();
            case null, default -> value;
        }));
        return readable;
    }
}

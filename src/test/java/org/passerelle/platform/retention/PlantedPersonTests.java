package org.passerelle.platform.retention;

import static org.passerelle.circulation.drive.Drive.SLOT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.reservations.process.DrivePickupProcess.Tasks;
import org.passerelle.circulation.reservations.service.ReserveCommand;
import org.passerelle.circulation.waiting.Waiting;
import org.passerelle.circulation.waiting.service.WaitingList;
import org.passerelle.patrons.domain.PatronCategory;
import org.passerelle.patrons.service.PatronAccess;
import org.passerelle.patrons.service.PatronFiles;
import org.passerelle.patrons.service.PatronForm;
import org.passerelle.patrons.service.Patrons;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.accounts.AccountRepository;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.QuarantineRoom;
import org.passerelle.quarantine.copies.service.CopyDesk;
import org.passerelle.quarantine.domain.ReturnOutcome;
import org.passerelle.quarantine.service.CrateDesk;
import org.passerelle.support.Engine;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A patron whose name, addresses and number occur nowhere else, and who does all that a patron can. */
@PasserelleTest
abstract class PlantedPersonTests {

    /** As they may stand in any column, in any case, and in what searches compare. */
    static final List<String> WORDS = List.of("Quatrefages", "Zéphyrine", "Zephyrine", "planted.example", "99 88 77 66",
            "PLANTED77");

    private static final String DOES_IT_HOLD = """
            select count(*) from %s t where cast(row_to_json(t) as text) ilike any (cast(? as text[]))%s""";

    @Autowired
    Drive drive;
    @Autowired
    Waiting waiting;
    @Autowired
    QuarantineRoom room;
    @Autowired
    CopyDesk copyDesk;
    @Autowired
    Patrons patrons;
    @Autowired
    PatronAccess access;
    @Autowired
    PatronFiles files;
    @Autowired
    AccountRepository accounts;
    @Autowired
    Engine engine;
    @Autowired
    AppClock clock;
    @Autowired
    JdbcClient jdbc;

    UUID branch;
    CurrentUser agent;
    UUID patron;
    CurrentUser herself;

    @BeforeEach
    void aPatronWhoSignsIn() {
        branch = room.branch("PORT");
        agent = drive.agentOf(branch);
        patron = drive.by(agent, () -> patrons.create(new PatronForm("PLANTED77", "Zéphyrine", "Quatrefages",
                PatronCategory.ADULT, "zephyrine@planted.example", "06 99 88 77 66", false, Locale.FRENCH, false))).value();
        drive.by(agent, () -> access.open(patron, "un mot assez long")).value();
        herself = accounts.findByPatron(patron).orElseThrow().asCurrentUser();
    }

    /** She reserves, collects and brings back, cancels, misses, waits, gives up and accepts; it all comes to its end. */
    void sheDoesWhatPatronsDo() {
        String lent = room.book(branch, "Germinal");
        ReservationId collected = reserve(herself, Channel.ONLINE, SLOT, lent);
        ReservationId cancelled = reserve(agent, Channel.PHONE, SLOT.plus(Duration.ofHours(1)), room.book(branch, "Nana"));
        drive.by(herself, () -> drive.reservations.cancel(cancelled)).value();
        UUID wanted = drive.title(branch, "La Terre", 1);
        UUID away = waiting.lend(wanted, branch);
        WaitId accepted = ask(wanted);
        UUID other = drive.title(branch, "Pot-Bouille", 1);
        waiting.lend(other, branch);
        WaitId givenUp = ask(other);
        drive.by(herself, () -> waiting.list.giveUp(givenUp)).value();
        waiting.comesBack(away);
        ReservationId missed = drive.by(herself, () -> waiting.list.accept(accepted, SLOT.plus(Duration.ofHours(2)),
                Channel.ONLINE)).value().id();
        drive.by(herself, () -> patrons.reachMeBy(patrons.me().version(), new Patrons.Contact("other@planted.example",
                "06 99 88 77 66", false, Locale.FRENCH))).value();
        drive.by(agent, () -> access.resetPassword(patron)).value();
        bag(collected);
        bag(missed);
        clock.setTo(SLOT);
        drive.by(herself, () -> drive.reservations.arrived(collected)).value();
        drive.handOverAll(agent, collected).value();
        daysPass(5);
        daysPass(4);
        drive.putBackAll(agent, missed);
        comesBackDamaged(lent);
        daysPass(3);
    }

    /** Whatever is due by then has happened. */
    void daysPass(int days) {
        clock.advance(Duration.ofDays(days));
        engine.runDueJobs();
    }

    private ReservationId reserve(CurrentUser who, Channel channel, Instant slot, String barcode) {
        UUID title = drive.copies.byBarcode(barcode).orElseThrow().title();
        return drive.by(who, () -> drive.newReservations.reserve(
                new ReserveCommand(patron, branch, slot, List.of(title), channel))).value().id();
    }

    private WaitId ask(UUID title) {
        return drive.by(herself, () -> waiting.list.ask(new WaitingList.Wish(patron, title, branch, null, Channel.ONLINE)))
                .value();
    }

    /** Where a bag stands is told by what somebody types: a name, here. */
    private void bag(ReservationId id) {
        drive.pick(agent, id);
        drive.by(agent, () -> drive.pickingDesk.bagPrepared(drive.task(id, Tasks.PREPARE_BAG), id, "Quatrefages")).value();
    }

    /** What staff write beside a crate and a copy names her too, although it should not. */
    private void comesBackDamaged(String barcode) {
        CrateId crate = room.scan(agent, branch, barcode).crate();
        drive.by(agent, () -> room.crateDesk.seal(crate)).value();
        CurrentUser deciding = room.onRecord(room.manager());
        UUID request = drive.by(agent, () -> room.releaseDesk.ask(crate, null, "pour Mme Quatrefages")).value();
        drive.by(deciding, () -> room.releaseDesk.refuse(room.decision(request), request)).value();
        clock.setTo(room.releaseOf(crate));
        engine.runDueJobs();
        UUID returned = room.see(agent, crate).documents().getFirst().id();
        room.inspect(agent, crate, Map.of(returned, new CrateDesk.Verdict(ReturnOutcome.WITHDRAWN,
                "rendu usé par Mme Quatrefages"))).value();
        drive.by(agent, () -> copyDesk.backIntoCirculation(barcode)).value();
    }

    /** Tables in which one of these words stands, in any column; bytes are read as text. */
    Set<String> tablesThatName(List<String> words) {
        String[] anywhere = words.stream().map(word -> "%" + word + "%").toArray(String[]::new);
        Set<String> found = new TreeSet<>();
        for (String table : jdbc.sql("""
                select format('%I.%I', schemaname, tablename) from pg_tables where schemaname in ('app', 'public')""")
                .query(String.class).list()) {
            List<String> bytes = jdbc.sql("""
                    select format('encode(%I, ''escape'')', column_name) from information_schema.columns
                    where format('%I.%I', table_schema, table_name) = ? and data_type = 'bytea'""").param(table)
                    .query(String.class).list();
            String read = bytes.stream().map(column -> " or " + column + " ilike any (cast(? as text[]))").reduce("",
                    String::concat);
            List<Object> params = new ArrayList<>();
            for (int n = 0; n <= bytes.size(); n++) {
                params.add(anywhere);
            }
            if (jdbc.sql(DOES_IT_HOLD.formatted(table, read)).params(params).query(Integer.class).single() > 0) {
                found.add(table);
            }
        }
        return found;
    }

    List<String> ids() {
        return List.of(patron.toString(), herself.accountId().toString());
    }

    /** What is counted of the past: by branch, way, outcome and time, never by person. */
    Map<String, List<Map<String, Object>>> statistics() {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        for (String counts : List.of("""
                select branch, channel, outcome, count(*), count(arrived_at), min(made_at), max(ended_at), max(slot_starts_at)
                from app.reservation group by 1, 2, 3 order by 1, 2, 3""", """
                select title, state, count(*), count(distinct reservation) from app.reservation_line
                group by 1, 2 order by 1, 2""", """
                select copy, state, sum(days), min(started_at), max(due_on), max(returned_at) from app.loan
                group by 1, 2 order by 1, 2""", """
                select branch, title, state, channel, count(*), min(asked_at), max(ended_at) from app.title_wait
                group by 1, 2, 3, 4 order by 1, 2, 3, 4""", """
                select branch, source, late, fate, count(*), max(dropped_off_at) from app.returned_copy
                group by 1, 2, 3, 4 order by 1, 2, 3, 4""", """
                select branch, starts_at, taken from app.pickup_slot order by 1, 2""", """
                select process_key, case_id, message_key, channel, at from app.journal_entry
                where process_key not like 'patron-%' order by id""")) {
            all.put(counts, jdbc.sql(counts).query().listOfRows());
        }
        return all;
    }
}

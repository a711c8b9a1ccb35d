package org.passerelle.circulation.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.LATER_SLOT;
import static org.passerelle.circulation.drive.Drive.SLOT;

import com.ibm.icu.text.MessageFormat;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.process.DrivePickupProcess.Tasks;
import org.passerelle.notification.service.Outbox;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.support.Screens;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever the drive writes or has somebody say, it does so in the language of its patron: the values in it too. */
class DriveMessagesTest extends DriveTests {

    private static final Map<String, String> ENGLISH = new Messages().texts(Locale.ENGLISH);
    private static final List<String> FRENCH =
            List.of("Sonnez", "mercredi", "vendredi", "novembre", "nov.", "14 h", "Bonjour", "Votre", "votre", "vous");

    @Autowired
    Outbox outbox;

    ReservationId id;
    /** What each value of a template is when an English patron reads it. */
    final Map<String, String> values = new HashMap<>(Map.of("name", "Ada Lovelace", "day", "Wednesday 25 November",
            "time", "2 pm – 2:30 pm", "note", "Ring at the gate", "branch", "Médiathèque PORT", "address", "1 quai Vert",
            "titles", "- Germinal", "missing", "- Nana", "until", "Sat 28 Nov, 3 pm",
            "expected", "We expect you on Wednesday 25 November, 2 pm – 2:30 pm."));

    @BeforeEach
    void aReservationOfAPatronWhoReadsEnglish() {
        drive.jdbc.sql("""
                update app.branch set address = '1 quai Vert', practical_note_fr = 'Sonnez au portail',
                    practical_note_en = 'Ring at the gate' where id = ?""").param(branch).update();
        Patron ada = drive.patron("Ada", "Lovelace");
        ada.reachBy("ada@example.org", null, false, Locale.ENGLISH);
        id = drive.reserve(drive.patrons.save(ada), branch, SLOT, drive.title(branch, "Germinal", 1),
                drive.title(branch, "Nana", 1));
        values.put("code", drive.see(agent, id).code());
        values.put("link", "/pickup/" + drive.token(id));
    }

    static Stream<String> templates() {
        return ENGLISH.keySet().stream().filter(key -> key.matches("mail\\.drive-.*\\.body"))
                .map(key -> key.substring("mail.".length(), key.length() - ".body".length())).sorted();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void isReadAndHeardInThePatronsLanguage(String template) {
        bringAbout(template);

        drive.jdbc.sql("select subject, body, words from app.outbox_message where about_case = ? and template = ?")
                .params(id.value(), template).query((row, i) -> {
                    reads(row.getString("subject"), "mail." + template + ".subject");
                    reads(row.getString("body"), "mail." + template + ".body");
                    reads(row.getString("words"), "call." + template + ".words");
                    assertThat(row.getString("body")).startsWith("Hello Ada Lovelace,");
                    return template;
                }).single();
    }

    private void reads(String text, String key) {
        String read = Screens.withOrdinarySpaces(text).replace("\u2060", "");
        assertThat(new MessageFormat(ENGLISH.get(key), Locale.ENGLISH).getArgumentNames())
                .allSatisfy(name -> assertThat(read).as(key).contains(values.get(name)));
        assertThat(read).as(key).doesNotContain(FRENCH);
    }

    private void bringAbout(String template) {
        switch (template) {
            case "drive-reserved" -> {
                // It has been.
            }
            case "drive-slot-changed" -> {
                drive.by(agent, () -> drive.reservations.changeSlot(id, LATER_SLOT)).value();
                values.put("day", "Friday 27 November");
            }
            case "drive-ready" -> ready();
            case "drive-ready-partly" -> {
                notFound("Nana");
                ready();
            }
            case "drive-not-ready" -> {
                ready();
                UUID ready = drive.jdbc.sql("select id from app.outbox_message where template = 'drive-ready'")
                        .query(UUID.class).single();
                drive.by(agent, () -> outbox.sentByHand(ready)).value();
                drive.by(agent, () -> drive.pickingDesk.notBagged(id)).value();
            }
            case "drive-reminder" -> {
                timePassesUntil(SLOT.minus(Duration.ofHours(23)));
            }
            case "drive-missed" -> {
                values.put("documents", "Your documents are waiting for you.");
                missed();
            }
            case "drive-no-show" -> {
                missed();
                timePasses(Duration.ofHours(72));
            }
            case "drive-cancelled" -> drive.by(agent, () -> drive.reservations.cancel(id)).value();
            case "drive-nothing-found" -> {
                notFound("Nana");
                notFound("Germinal");
                drive.by(agent, () -> drive.pickingDesk.pickingDone(drive.task(id, Tasks.PICK_DOCUMENTS), id)).value();
            }
            default -> throw new AssertionError("nobody has said what brings about " + template);
        }
    }

    private void missed() {
        ready();
        theAppointmentIsMissed();
    }

    private void ready() {
        drive.pick(agent, id);
        drive.bag(agent, id);
        engine.runDueJobs();
    }

    private void notFound(String title) {
        UUID copy = drive.see(agent, id).lines().stream().filter(each -> each.titleText().equals(title)).findFirst()
                .orElseThrow().copy();
        drive.by(agent, () -> drive.pickingDesk.notFound(id, copy)).value();
    }
}

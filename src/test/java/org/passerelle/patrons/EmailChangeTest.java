package org.passerelle.patrons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.drive.BranchFixture;
import org.passerelle.circulation.reservations.CardTests;
import org.passerelle.notification.Way;
import org.passerelle.patrons.domain.PatronCategory;
import org.passerelle.patrons.service.EmailChange;
import org.passerelle.patrons.service.PatronForm;
import org.passerelle.patrons.service.Patrons;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SecurityRecord;
import org.passerelle.platform.time.AppClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Where a patron's messages go, and who is told when that changes. */
class EmailChangeTest extends CardTests {

    private static final String OLD = "helene@example.org";
    private static final String NEW = "h.ferrand@example.net";

    @Autowired
    EmailChange change;
    @Autowired
    AppClock clock;
    @Autowired
    SecurityRecord record;

    private UUID helene;
    private CurrentUser herself;

    @BeforeEach
    void aPatronWithAnAddress() {
        BranchFixture.openBranch(jdbc, "PORT");
        helene = asAgent(() -> patrons.create(withEmail(OLD))).value();
        asAgent(() -> access.open(helene, PASSWORD)).value();
        herself = new CurrentUser(UUID.randomUUID(), "Hélène", Role.PATRON, Set.of(), helene);
        // The letter that told her of her access.
        jdbc.sql("delete from app.outbox_message").update();
    }

    @Test
    void anotherAddressHoldsOnceItIsConfirmedFromThere() {
        assertThat(asks(NEW).isDone()).isTrue();

        assertThat(email()).isEqualTo(OLD);
        assertThat(signedIn.runAs(herself, change::pending)).map(EmailChange.Pending::email).contains(NEW);
        assertThat(letters()).containsExactlyInAnyOrder("patron-address-confirm " + NEW, "patron-address-asked " + OLD);
        assertThat(bodyTo(NEW)).contains("/email/" + token());
        assertThat(bodyTo(OLD)).doesNotContain(token(), NEW);

        assertThat(change.open(token())).contains(NEW);
        String used = token();
        assertThat(change.confirm(used).isDone()).isTrue();

        assertThat(email()).isEqualTo(NEW);
        assertThat(signedIn.runAs(herself, change::pending)).isEmpty();
        assertThat(change.open(used)).isEmpty();
        assertThat(change.confirm(used).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
        assertThat(recorded()).contains("EMAIL_CHANGED");
    }

    @Test
    void aFirstAddressIsConfirmedToo() {
        asAgent(() -> patrons.change(helene, version(), withEmail(null))).value();

        asks(NEW).value();

        assertThat(email()).isNull();
        change.confirm(token()).value();
        assertThat(email()).isEqualTo(NEW);
    }

    @Test
    void aLinkThatIsWrongLateOrReplacedConfirmsNothing() {
        asks(NEW).value();
        String first = token();
        asks("other@example.net").value();
        assertThat(change.confirm(first).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
        assertThat(change.confirm("").refusal()).isEqualTo(CommonRefusal.NOT_FOUND);

        String second = token();
        clock.advance(Duration.ofDays(3));

        assertThat(change.open(second)).isEmpty();
        assertThat(change.confirm(second).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
        assertThat(signedIn.runAs(herself, change::pending)).isEmpty();
        assertThat(email()).isEqualTo(OLD);
    }

    @Test
    void whatElseIsWrittenHoldsAtOnceAndLeavesWhatIsToBeConfirmed() {
        asks(NEW).value();

        signedIn.runAs(herself, () -> patrons.reachMeBy(version(),
                new Patrons.Contact(OLD, "06 12 34 56 78", true, Locale.ENGLISH))).value();

        assertThat(asAgent(() -> patrons.details(helene)).orElseThrow().form().phone()).isEqualTo("06 12 34 56 78");
        assertThat(signedIn.runAs(herself, change::pending)).map(EmailChange.Pending::email).contains(NEW);
    }

    @Test
    void nobodyHasStrangersWrittenToWithoutEnd() {
        for (int address = 1; address <= 5; address++) {
            asks("stranger" + address + "@example.net").value();
        }
        assertThat(asks("one.more@example.net").refusal()).isEqualTo(PatronRefusal.TOO_MANY_ADDRESSES);
        assertThat(letters()).noneMatch(letter -> letter.contains("one.more"));

        clock.advance(Duration.ofDays(3));
        assertThat(asks("one.more@example.net").isDone()).isTrue();
    }

    @Test
    void neitherTakingAnAddressAwayNorConfirmingOneBeginsTheCountAnew() {
        for (int address = 1; address <= 3; address++) {
            asks("stranger" + address + "@example.net").value();
            asks(null).value();
        }
        asks("mine@example.net").value();
        change.confirm(token()).value();
        assertThat(asks("fifth@example.net").isDone()).isTrue();

        assertThat(asks("one.more@example.net").refusal()).isEqualTo(PatronRefusal.TOO_MANY_ADDRESSES);

        clock.advance(Duration.ofDays(3));
        assertThat(asks("one.more@example.net").isDone()).isTrue();
    }

    @Test
    void anAddressThatIsNoLongerToBeConfirmedIsForgotten() {
        asks("typo@example.net").value();
        asks(null).value();

        assertThat(jdbc.sql("select count(*) from app.patron_email_change where email is not null or token is not null")
                .query(Integer.class).single()).isZero();
    }

    @Test
    void theRecordNamesAPatronWithoutAnAccountWhoseAddressStaffChange() {
        UUID paul = asAgent(() -> patrons.create(new PatronForm("1002", "Paul", "Ferrand", PatronCategory.ADULT, OLD, null,
                false, Locale.FRENCH, false))).value();

        int read = asAgent(() -> patrons.details(paul)).orElseThrow().version();
        asAgent(() -> patrons.change(paul, read, new PatronForm("1002", "Paul", "Ferrand", PatronCategory.ADULT, NEW, null,
                false, Locale.FRENCH, false))).value();

        CurrentUser admin = new CurrentUser(UUID.randomUUID(), "Ines", Role.ADMIN, Set.of(), null);
        assertThat(signedIn.runAs(admin, () -> record.page(0, 10)))
                .filteredOn(entry -> entry.kind() == SecurityRecord.Kind.EMAIL_CHANGED).singleElement()
                .satisfies(entry -> assertThat(entry.about()).isEqualTo("Paul Ferrand"));
    }

    @Test
    void whoTakesTheirAddressAwayIsToldThere() {
        asks(null).value();

        assertThat(email()).isNull();
        assertThat(letters()).containsExactly("patron-address-changed " + OLD);
    }

    @Test
    void whatStaffWriteHoldsAtOnceIsToldAtTheOldAddressAndEndsWhatWasToBeConfirmed() {
        asks("typo@example.net").value();
        String before = token();

        asAgent(() -> patrons.change(helene, version(), withEmail(NEW))).value();

        assertThat(email()).isEqualTo(NEW);
        assertThat(letters()).contains("patron-address-changed " + OLD);
        assertThat(change.open(before)).isEmpty();
        assertThat(recorded()).contains("EMAIL_CHANGED");
    }

    @Test
    void whoseAddressStaysIsToldNothing() {
        asAgent(() -> patrons.change(helene, version(), withEmail(OLD))).value();

        assertThat(letters()).isEmpty();
        assertThat(recorded()).doesNotContain("EMAIL_CHANGED");
    }

    @Test
    void whatIsToBeConfirmedIsForItsPatronAlone() {
        assertThatThrownBy(() -> asAgent(change::pending)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(change::pending).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoIsGivenANewPasswordIsToldSoWithoutThePassword() {
        String given = asAgent(() -> access.resetPassword(helene)).value();

        assertThat(letters()).containsExactly("patron-password " + OLD);
        assertThat(bodyTo(OLD)).doesNotContain(given);
        assertThat(recorded()).contains("PASSWORD_GIVEN");
    }

    @Test
    void whoseAccessIsOpenedOrClosedIsToldSo() {
        asAgent(() -> access.close(helene)).value();
        asAgent(() -> access.reopen(helene)).value();

        assertThat(letters()).containsExactlyInAnyOrder("patron-access-closed " + OLD, "patron-access-opened " + OLD);
    }

    @Test
    void withoutAMailServerTheMessageThatConfirmsIsSaidToBeSentByHand() {
        asks(NEW).value();

        assertThat(signedIn.runAs(herself, change::pending)).map(EmailChange.Pending::toldBy).contains(Way.BY_HAND);
        assertThat(asAgent(() -> access.toldBy(helene))).isEqualTo(Way.BY_HAND);
    }

    private Outcome<Patrons.Details> asks(String email) {
        return signedIn.runAs(herself, () -> patrons.reachMeBy(version(),
                new Patrons.Contact(email, null, false, Locale.FRENCH)));
    }

    private static PatronForm withEmail(String email) {
        return new PatronForm("1001", "Hélène", "Ferrand", PatronCategory.ADULT, email, null, false, Locale.FRENCH, false);
    }

    private int version() {
        return asAgent(() -> patrons.details(helene)).orElseThrow().version();
    }

    private String email() {
        return asAgent(() -> patrons.details(helene)).orElseThrow().form().email();
    }

    private String token() {
        return jdbc.sql("select token from app.patron_email_change").query(String.class).single();
    }

    private List<String> letters() {
        return jdbc.sql("select template || ' ' || email from app.outbox_message").query(String.class).list();
    }

    private String bodyTo(String email) {
        return jdbc.sql("select body from app.outbox_message where email = ?").param(email).query(String.class).single();
    }

    private List<String> recorded() {
        return jdbc.sql("select kind from app.security_event").query(String.class).list();
    }
}

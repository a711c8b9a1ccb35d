package org.passerelle.patrons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.circulation.reservations.CardTests;
import org.passerelle.patrons.domain.PatronCategory;
import org.passerelle.patrons.service.PatronForm;
import org.passerelle.patrons.service.Patrons;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.support.Patience;
import org.passerelle.support.Statements;
import org.springframework.security.access.AccessDeniedException;

class PatronsTest extends CardTests {

    @ParameterizedTest
    @CsvSource({"1001", "'1 001 '", "Ferrand", "feran", "FERRAND Helene", "hélène ferrand", "Hélène", "ferr"})
    void aPatronIsFoundByCardOrNameWithSmallTypos(String typed) {
        create(form("1001", "Hélène", "Ferrand"));
        create(form("2002", "Zoé", "Kowalczyk"));

        assertThat(find(typed)).extracting(Patrons.Row::cardNumber).containsExactly("1001");
    }

    @ParameterizedTest
    @CsvSource({"Анна Каренина", "анна каренина", "Каринина", "Анна"})
    void aPatronIsFoundByANameInAnotherScriptWithSmallTypos(String typed) {
        create(form("1001", "Анна", "Каренина"));
        create(form("2002", "Пьер", "Безухов"));

        assertThat(find(typed)).extracting(Patrons.Row::name).containsExactly("Анна Каренина");
    }

    @ParameterizedTest
    @CsvSource({"fe he", "he fe", "rand 10"})
    void partsOfNamesAndCardAreEnoughInAnyOrder(String typed) {
        create(form("1001", "Hélène", "Ferrand"));
        create(form("2002", "Zoé", "Kowalczyk"));

        assertThat(find(typed)).extracting(Patrons.Row::cardNumber).containsExactly("1001");
    }

    @ParameterizedTest
    @CsvSource({"%", "_", "' or 1=1 --", "xyzxyz"})
    void whatIsTypedIsOnlyEverWords(String typed) {
        create(form("1001", "Hélène", "Ferrand"));

        assertThat(find(typed)).hasSizeLessThanOrEqualTo("%_".contains(typed) ? 1 : 0);
    }

    @Test
    void whereNothingIsTypedTheyStandInTheOrderOfTheAlphabet() {
        create(form("1", "Zoé", "Wagner"));
        create(form("2", "Luc", "Évrard"));
        create(form("3", "Ève", "Dupont"));
        create(form("4", "Eva", "Dupont"));

        assertThat(asAgent(() -> patrons.find("", 0, 10))).extracting(Patrons.Row::name)
                .containsExactly("Eva Dupont", "Ève Dupont", "Luc Évrard", "Zoé Wagner");
    }

    @Test
    void theCardThatWasScannedStandsFirst() {
        create(form("123", "Anne", "Aubry"));
        create(form("12", "Zoé", "Kowalczyk"));

        assertThat(find("12")).extracting(Patrons.Row::name).startsWith("Zoé Kowalczyk");
    }

    @Test
    void aPageOfPatronsTakesTwoStatementsHoweverManyThereAre() {
        IntStream.range(0, 30).forEach(i -> create(form("C" + i, "Anne", "Aubry " + i)));

        assertThat(Statements.during(() -> assertThat(find("aubri")).hasSize(30))).hasSizeLessThanOrEqualTo(2);
        assertThat(asAgent(() -> patrons.find("", 10, 5))).hasSize(5);
    }

    @Test
    void whatIsSavedIsWhatWasTypedWithoutTheSpacesAround() {
        UUID id = create(new PatronForm(" ab 12 ", " Hélène ", "d’Ferrand-Ôzil ", PatronCategory.CHILD, " h.f@exemple.fr ",
                "06 12 34 56 78", true, Locale.ENGLISH, true)).value();

        assertThat(asAgent(() -> patrons.details(id))).get().extracting(Patrons.Details::form)
                .isEqualTo(new PatronForm("AB12", "Hélène", "d’Ferrand-Ôzil", PatronCategory.CHILD, "h.f@exemple.fr",
                        "06 12 34 56 78", true, Locale.ENGLISH, true));
        assertThat(asAgent(() -> patrons.byCard("ab12"))).get().extracting(Patrons.Details::id).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"cardNumber, ''", "cardNumber, é12", "cardNumber, =1+1", "lastName, ' '", "lastName, 'Fer\u0000rand'",
            "firstName, 'Hé\u202elène'", "email, ferrand", "email, a@b", "email, 'a@b.fr\r\nBcc: c@d.fr'",
            "email, <a@b.fr>", "email, 'a@b.fr,c@d.fr'", "phone, 12", "phone, zero six", "phone, 0123456789012345678"})
    void eachWrongFieldIsToldAtThatField(String field, String typed) {
        PatronForm wrong = with(form("1001", "Hélène", "Ferrand"), field, typed);

        assertThat(fields(create(wrong))).containsExactly(field);
        assertThat(find("")).isEmpty();
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        PatronForm wrong = new PatronForm("1".repeat(41), "x".repeat(101), "", null, "a".repeat(250) + "@b.fr", null, true,
                null, false);

        assertThat(fields(create(wrong))).containsExactlyInAnyOrder("cardNumber", "firstName", "lastName", "category",
                "locale", "email", "phone");
    }

    @Test
    void aCardBelongsToOnePatron() {
        create(form("1001", "Hélène", "Ferrand"));
        UUID other = create(form("2002", "Zoé", "Kowalczyk")).value();

        assertThat(fields(create(form("10 01", "Jean", "Petit")))).containsExactly("cardNumber");
        assertThat(fields(asAgent(() -> patrons.change(other, 0, form("1001", "Zoé", "Kowalczyk")))))
                .containsExactly("cardNumber");
        assertThat(asAgent(() -> patrons.change(other, 0, form("2002", "Zoé", "Kowal"))).isDone()).isTrue();
    }

    @Test
    void twoPeopleGivingOutTheSameCardAtOnceGiveItOnce() throws Exception {
        List<Outcome<UUID>> outcomes = Patience.atOnce(IntStream.range(0, 20).<Callable<Outcome<UUID>>>mapToObj(
                i -> () -> create(form("1001", "Personne", "Numéro " + i))).toList());
        assertThat(outcomes.stream().filter(Outcome::isDone)).hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> !outcome.isDone()))
                .allSatisfy(outcome -> assertThat(fields(outcome)).containsExactly("cardNumber"));
    }

    @Test
    void whoeverSavesOverSomebodyElsesChangeIsTold() {
        UUID id = create(form("1001", "Hélène", "Ferrand")).value();
        int opened = asAgent(() -> patrons.details(id)).orElseThrow().version();
        asAgent(() -> patrons.change(id, opened, form("1001", "Hélène", "Durand"))).value();

        assertThat(asAgent(() -> patrons.change(id, opened, form("1001", "Hélène", "Dupont"))).refusal())
                .isEqualTo(PatronRefusal.PATRON_CHANGED);
        assertThat(asAgent(() -> patrons.change(UUID.randomUUID(), 0, form("9", "Nul", "Part"))).refusal())
                .isEqualTo(CommonRefusal.NOT_FOUND);
        assertThat(asAgent(() -> patrons.details(id)).orElseThrow().displayName()).isEqualTo("Hélène Durand");
    }

    @Test
    void aPatronSignsInWithTheCardNumberOnceAnAgentHasOpenedTheAccount() {
        UUID id = create(form("1001", "Hélène", "Ferrand")).value();
        assertThat(fields(asAgent(() -> access.open(id, "court")))).containsExactly("password");

        assertThat(asAgent(() -> access.open(id, PASSWORD)).isDone()).isTrue();

        assertThat(accounts.findByUsernameIgnoreCase("1001").orElseThrow().asCurrentUser())
                .returns(id, CurrentUser::patron).returns(Role.PATRON, CurrentUser::role);
        assertThat(asAgent(() -> access.open(id, PASSWORD)).refusal())
                .isEqualTo(PatronRefusal.SIGNS_IN_ALREADY);
    }

    @Test
    void aNewCardIsTheNewNameToSignInWith() {
        UUID id = heleneWhoSignsIn();
        int version = asAgent(() -> patrons.details(id)).orElseThrow().version();

        asAgent(() -> patrons.change(id, version, form("2002", "Hélène", "Ferrand"))).value();

        assertThat(accounts.findByUsernameIgnoreCase("2002")).isPresent();
        assertThat(accounts.findByUsernameIgnoreCase("1001")).isEmpty();
    }

    @Test
    void aNewCardThatIsSomebodysNameToSignInIsToldAtItsField() {
        UUID id = heleneWhoSignsIn();
        UUID other = create(form("3003", "Paul", "Petit")).value();
        asAgent(() -> access.open(other, PASSWORD)).value();
        jdbc.sql("update app.account set username = '4004' where patron = ?").param(other).update();

        Outcome<?> outcome = asAgent(() -> patrons.change(id, asAgent(() -> patrons.details(id)).orElseThrow().version(),
                form("4004", "Hélène", "Ferrand")));

        assertThat(outcome.refusal()).isEqualTo(CommonRefusal.FIELDS_WRONG);
        assertThat(((Outcome.Refused<?>) outcome).args()).extracting(wrong -> ((FieldError) wrong).field())
                .containsExactly("cardNumber");
        assertThat(accounts.findByUsernameIgnoreCase("1001")).isPresent();
    }

    @Test
    void aPatronFindsAndChangesNobody() {
        UUID id = create(form("1001", "Hélène", "Ferrand")).value();
        CurrentUser herself = new CurrentUser(UUID.randomUUID(), "Hélène Ferrand", Role.PATRON, Set.of(), id);

        refusedTo(herself, () -> patrons.find("", 0, 10));
        refusedTo(herself, () -> patrons.byCard("1001"));
        refusedTo(herself, () -> patrons.details(id));
        refusedTo(herself, () -> access.open(id, PASSWORD));
        refusedTo(herself, () -> patrons.create(form("3", "Un", "Autre")));
        refusedTo(herself, () -> patrons.change(id, 0, form("1001", "Hélène", "Ferrand")));
    }

    @Test
    void whoeverIsNotSignedInSeesNobody() {
        assertThatThrownBy(() -> patrons.find("", 0, 10)).isInstanceOf(AccessDeniedException.class);
    }

    private void refusedTo(CurrentUser user, Supplier<?> work) {
        assertThatThrownBy(() -> signedIn.runAs(user, work)).isInstanceOf(AccessDeniedException.class);
    }

    private List<Patrons.Row> find(String typed) {
        return asAgent(() -> patrons.find(typed, 0, 100));
    }

    private Outcome<UUID> create(PatronForm form) {
        return asAgent(() -> patrons.create(form));
    }

    @Test
    void aPatronTellsHowToBeReached() {
        UUID id = create(form("1001", "Hélène", "Ferrand")).value();
        CurrentUser helene = patron(id);
        int version = signedIn.runAs(helene, patrons::me).version();

        PatronForm saved = signedIn.runAs(helene, () -> patrons.reachMeBy(version,
                new Patrons.Contact(" h@exemple.fr ", "06 12 34 56 78", true, Locale.ENGLISH))).value().form();

        // The address is confirmed first: EmailChangeTest.
        assertThat(saved).isEqualTo(new PatronForm("1001", "Hélène", "Ferrand", saved.category(), null,
                "06 12 34 56 78", true, Locale.ENGLISH, saved.blocked()));
        assertThat(asAgent(() -> patrons.details(id)).orElseThrow().form()).isEqualTo(saved);
        assertThat(signedIn.runAs(helene, () -> patrons.reachMeBy(version,
                new Patrons.Contact("", "", false, Locale.FRENCH))).refusal()).isEqualTo(PatronRefusal.PATRON_CHANGED);
    }

    @ParameterizedTest
    @CsvSource({"not an address,,false,email", ",,true,phone", "h@exemple.fr,call me,false,phone"})
    void howToBeReachedIsCheckedAtItsField(String email, String phone, boolean prefersPhone, String field) {
        CurrentUser helene = patron(create(form("1001", "Hélène", "Ferrand")).value());

        Outcome<?> outcome = signedIn.runAs(helene, () -> patrons.reachMeBy(patrons.me().version(),
                new Patrons.Contact(email, phone, prefersPhone, Locale.FRENCH)));

        assertThat(((Outcome.Refused<?>) outcome).args()).extracting(error -> ((FieldError) error).field())
                .containsExactly(field);
    }

    @Test
    void onlyPatronsTellHowToBeReachedAndOnlyForThemselves() {
        UUID other = create(form("2002", "Zoé", "Kowalczyk")).value();
        Patrons.Contact contact = new Patrons.Contact("h@exemple.fr", null, false, Locale.FRENCH);

        for (Role role : List.of(Role.AGENT, Role.MANAGER, Role.ADMIN)) {
            CurrentUser staff = new CurrentUser(UUID.randomUUID(), "Agent", role, Set.of(), null);
            assertThatThrownBy(() -> signedIn.runAs(staff, () -> patrons.reachMeBy(0, contact)))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> patrons.reachMeBy(0, contact)).isInstanceOf(AccessDeniedException.class);
        CurrentUser helene = patron(create(form("1001", "Hélène", "Ferrand")).value());
        signedIn.runAs(helene, () -> patrons.reachMeBy(patrons.me().version(), contact)).value();
        assertThat(asAgent(() -> patrons.details(other)).orElseThrow().form().email()).isNotEqualTo("h@exemple.fr");
    }

    private static CurrentUser patron(UUID id) {
        return new CurrentUser(UUID.randomUUID(), "Hélène", Role.PATRON, Set.of(), id);
    }

    private static List<String> fields(Outcome<?> outcome) {
        assertThat(outcome.refusal()).isEqualTo(CommonRefusal.FIELDS_WRONG);
        return Stream.of(((Outcome.Refused<?>) outcome).args()).map(error -> ((FieldError) error).field()).toList();
    }

    private static PatronForm with(PatronForm form, String field, String typed) {
        return new PatronForm(field.equals("cardNumber") ? typed : form.cardNumber(),
                field.equals("firstName") ? typed : form.firstName(), field.equals("lastName") ? typed : form.lastName(),
                form.category(), field.equals("email") ? typed : null, field.equals("phone") ? typed : null, false,
                form.locale(), false);
    }
}

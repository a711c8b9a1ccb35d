package org.passerelle.platform.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.PasserelleApplication;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.ui.branches.BranchesView;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Screens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

@PasserelleTest
class BranchesTest {

    private static final BranchForm PORT = new BranchForm(" PORT ", "Médiathèque du Port", "1 quai Est", "02 03 04 05 06",
            "Europe/Paris", "Parking gratuit", "Free parking");

    @Autowired
    Branches branches;
    @Autowired
    BranchRepository rows;
    @Autowired
    SignedIn signedIn;
    @Autowired
    ApplicationContext context;

    @Test
    void aManagerOpensABranchAndDescribesIt() {
        UUID id = as(Role.MANAGER, () -> branches.create(PORT)).value();

        assertThat(rows.findByCode("PORT").orElseThrow()).satisfies(branch -> {
            assertThat(branch.id()).isEqualTo(id);
            assertThat(branch.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
            assertThat(branch.practicalNote(Locale.ENGLISH)).isEqualTo("Free parking");
        });

        as(Role.MANAGER, () -> branches.edit(id, PORT, form("PORT", "Le Port", "", "", "Indian/Reunion"))).value();

        assertThat(as(Role.ADMIN, () -> branches.all())).containsExactly(
                new Branches.Listed(id, form("PORT", "Le Port", "", "", "Indian/Reunion")));
        assertThat(rows.findById(id).orElseThrow().phone()).isNull();
    }

    @Test
    void eachWrongFieldIsToldAtThatField() {
        UUID port = as(Role.MANAGER, () -> branches.create(PORT)).value();
        UUID north = as(Role.MANAGER, () -> branches.create(form("NORD", "Nord", "", "", "Europe/Paris"))).value();

        assertThat(fields(branches(PORT))).containsExactly("code");
        assertThat(fields(branches(form("", " ", "a\u0007b", "call me", "Mars/Base")))).containsExactly("name", "code",
                "address", "phone", "zone");
        assertThat(fields(branches(new BranchForm("x".repeat(41), "X", "", "", "UTC", "n".repeat(1_001), "")))).contains(
                "code", "noteFr");
        assertThat(fields(as(Role.MANAGER, () -> branches.edit(north, form("NORD", "Nord", "", "", "Europe/Paris"), form("PORT", "N", "", "", "Europe/Paris")))))
                .containsExactly("code");
        assertThat(as(Role.MANAGER, () -> branches.edit(port, PORT, PORT)).isDone()).isTrue();
        assertThat(as(Role.MANAGER, () -> branches.edit(UUID.randomUUID(), PORT, PORT)).refusal())
                .isEqualTo(CommonRefusal.NOT_FOUND);
    }

    @Test
    void namesStandInTheOrderOfTheAlphabetWhateverTheirAccents() {
        for (String name : List.of("Wagram", "École", "abbaye", "Ecuyers", "Écluse")) {
            as(Role.MANAGER, () -> branches.create(form(name, name, "", "", "Europe/Paris"))).value();
        }

        assertThat(as(Role.MANAGER, () -> branches.all())).extracting(listed -> listed.form().name())
                .containsExactly("abbaye", "Écluse", "École", "Ecuyers", "Wagram");
    }

    @Test
    void whoHasReadAnOlderDescriptionIsToldAndOverwritesNothing() {
        UUID port = as(Role.MANAGER, () -> branches.create(PORT)).value();
        BranchForm moved = form("PORT", "Le Port", "2 quai Neuf", "", "Europe/Paris");
        as(Role.MANAGER, () -> branches.edit(port, PORT, moved)).value();

        assertThat(as(Role.MANAGER, () -> branches.edit(port, PORT, form("PORT", "Port", "", "", "Europe/Paris")))
                .refusal()).isEqualTo(CommonRefusal.CHANGED_MEANWHILE);
        assertThat(new Messages().text(Locale.FRENCH, CommonRefusal.CHANGED_MEANWHILE.messageKey()))
                .as("who has it open twice is somebody else to nobody").startsWith("Cette fiche a changé");
        assertThat(as(Role.MANAGER, () -> branches.all())).containsExactly(new Branches.Listed(port, moved));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"PATRON", "AGENT"})
    void onlyManagersSeeAndChangeBranches(Role role) {
        assertThat(List.<Supplier<?>>of(() -> branches.all(), () -> branches.create(PORT),
                () -> branches.edit(UUID.randomUUID(), PORT, PORT))).allSatisfy(gesture ->
                        assertThatThrownBy(() -> as(role, gesture)).isInstanceOf(AccessDeniedException.class));
    }

    @Test
    void theFirstBranchIsMadeOnTheScreenAndChangedByItsAddress() {
        try (Screens screens = new Screens(context, PasserelleApplication.class)) {
            BrowserlessUIContext screen = screens.of(somebody(Role.MANAGER));
            screen.navigate("branches", BranchesView.class);
            screen.test(screen.find(Button.class).withText("Créer la bibliothèque").single()).click();
            assertThat(screen.find(TextField.class).withCaption("Nom").single().isInvalid()).isTrue();

            screen.test(screen.find(TextField.class).withCaption("Nom").single()).setValue("Le Port");
            screen.test(screen.find(TextField.class).withCaption("Code").single()).setValue("PORT");
            screen.test(screen.find(TextArea.class).withCaption("Note pratique en français").single())
                    .setValue("Entrée par la cour");
            screen.test(screen.find(Button.class).withText("Créer la bibliothèque").single()).click();

            Branch port = rows.findByCode("PORT").orElseThrow();
            assertThat(port.practicalNote(Locale.FRENCH)).isEqualTo("Entrée par la cour");
            assertThat(screen.find(Span.class).withText("Le Port").exists()).isTrue();

            screen.navigate("branches/" + port.id(), BranchesView.class);
            assertThat(screen.find(ComboBox.class).single().getValue()).isEqualTo("Europe/Paris");
            screen.test(screen.find(TextField.class).withCaption("Nom").single()).setValue("Port-Est");
            screen.test(screen.find(Button.class).withText("Enregistrer").single()).click();
            assertThat(rows.findByCode("PORT").orElseThrow().name()).isEqualTo("Port-Est");
        }
    }

    private static BranchForm form(String code, String name, String address, String phone, String zone) {
        return new BranchForm(code, name, address, phone, zone, "", "");
    }

    private Outcome<UUID> branches(BranchForm form) {
        return as(Role.MANAGER, () -> branches.create(form));
    }

    private <T> T as(Role role, Supplier<T> work) {
        return signedIn.runAs(somebody(role), work);
    }

    private static CurrentUser somebody(Role role) {
        return new CurrentUser(UUID.randomUUID(), "Quelqu’un", role, Set.of(), null);
    }

    private static List<String> fields(Outcome<?> outcome) {
        assertThat(outcome.refusal()).isEqualTo(CommonRefusal.FIELDS_WRONG);
        return Stream.of(((Outcome.Refused<?>) outcome).args()).map(error -> ((FieldError) error).field()).toList();
    }
}

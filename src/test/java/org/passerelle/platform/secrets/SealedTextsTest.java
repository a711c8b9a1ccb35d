package org.passerelle.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.platform.secrets.SealedTexts.Reading;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.security.accounts.Account;
import org.passerelle.platform.security.accounts.AccountRepository;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is sealed opens for its own row alone, with the keys that are outside the database, and whoever opens it is named. */
@PasserelleTest
class SealedTextsTest {

    @Autowired
    SealedTexts texts;
    @Autowired
    AccountRepository accounts;
    @Autowired
    SignedIn signedIn;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    AppClock clock;

    private CurrentUser ines;
    private CurrentUser helene;

    @BeforeEach
    void twoPeople() {
        ines = accounts.save(new Account("ines", "x", "Inès", Role.AGENT, null, Set.of())).asCurrentUser();
        helene = accounts.save(new Account("helene", "x", "Hélène", Role.MANAGER, null, Set.of())).asCurrentUser();
    }

    @Test
    void whoeverOpensItIsNamedToThePersonWhomItIsAboutAndThatPersonIsNot() {
        UUID id = as(ines, () -> texts.seal(ines.accountId(), "needs", "Train de 9 h"));

        assertThat(as(ines, () -> texts.open(id))).contains("Train de 9 h");
        assertThat(as(ines, () -> texts.readingsOfMine())).isEmpty();
        assertThat(as(helene, () -> texts.open(id))).contains("Train de 9 h");
        assertThat(as(ines, () -> texts.readingsOfMine())).extracting(Reading::reader).containsExactly("Hélène");
        assertThat(as(helene, () -> texts.readingsOfMine())).isEmpty();
    }

    @Test
    void inTheDatabaseThereIsNoneOfIt() {
        UUID id = as(ines, () -> texts.seal(ines.accountId(), "needs", "Train de 9 h"));

        byte[] sealed = jdbc.sql("select sealed from app.sealed_text where id = ?").param(id).query(byte[].class).single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Train");
    }

    @Test
    void oneThatIsPutInAnothersPlaceDoesNotOpen() {
        UUID mine = as(ines, () -> texts.seal(ines.accountId(), "needs", "à moi"));
        UUID other = as(ines, () -> texts.seal(ines.accountId(), "needs", "à l’autre"));
        jdbc.sql("update app.sealed_text set sealed = (select sealed from app.sealed_text where id = ?) where id = ?")
                .params(other, mine).update();

        assertThatThrownBy(() -> as(ines, () -> texts.open(mine))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aNewKeySealsFromThenOnAndWhatAnOlderOneHasSealedIsSealedAnew(@TempDir Path folder) {
        Path file = folder.resolve("keys.json");
        SealedTexts before = with(Keyset.of(file, true, false));
        UUID id = as(ines, () -> before.seal(ines.accountId(), "needs", "gardé"));
        byte[] sealed = jdbc.sql("select sealed from app.sealed_text where id = ?").param(id).query(byte[].class).single();

        SealedTexts after = with(Keyset.of(file, false, true));
        assertThat(as(ines, () -> after.open(id))).contains("gardé");
        assertThat(transaction.<Integer>execute(status -> after.sealAnew())).isEqualTo(1);
        assertThat(transaction.<Integer>execute(status -> after.sealAnew())).isZero();

        assertThat(as(ines, () -> after.open(id))).contains("gardé");
        assertThat(jdbc.sql("select sealed from app.sealed_text where id = ?").param(id).query(byte[].class).single()).isNotEqualTo(sealed);
        assertThatThrownBy(() -> as(ines, () -> texts.open(id))).as("with other keys").isInstanceOf(IllegalStateException.class);
    }

    @Test
    void withoutKeysTheStartIsRefusedWithWhatToDo(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("keys.json");
        assertThat(told(() -> new SecretsConfiguration().keyset(" ", false, false)).getAction()).contains("PASSERELLE_SECRETS_KEYSET");
        assertThat(told(() -> Keyset.of(file, false, false)).getAction()).contains("--passerelle.secrets.make=true");
        Files.writeString(file, "{}");
        assertThat(told(() -> Keyset.of(file, true, false)).getDescription()).contains(file.toString());
    }

    @Test
    void theKeysAreForNobodyElseToRead(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("deeper").resolve("keys.json");
        Keyset.of(file, true, false);

        assertThat(Files.getPosixFilePermissions(file)).extracting(Enum::name).containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
        assertThat(List.of(file.getParent().toFile().list())).hasSize(1);
    }

    private static FailureAnalysis told(Supplier<Keyset> start) {
        try {
            start.get();
            throw new AssertionError("the start was not refused");
        } catch (KeysetUnusable unusable) {
            return new KeysetFailureAnalyzer().analyze(unusable, unusable);
        }
    }

    private SealedTexts with(Keyset keys) {
        return new SealedTexts(keys, jdbc, signedIn, clock);
    }

    private <T> T as(CurrentUser user, Supplier<T> work) {
        return signedIn.runAs(user, () -> transaction.execute(status -> work.get()));
    }
}

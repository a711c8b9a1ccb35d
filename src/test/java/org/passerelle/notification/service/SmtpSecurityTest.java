package org.passerelle.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.notification.domain.SmtpSecurity;
import org.passerelle.notification.service.EncryptingSmtpServer.Way;
import org.passerelle.notification.service.MailServer.Kind;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Who on the way to the mail server can read the library's password, and the links by which patrons act. */
@Isolated
@ExtendWith(OutputCaptureExtension.class)
class SmtpSecurityTest {

    private static final String SECRET = "https://library.example.org/pickup/0123456789abcdef";

    @Test
    void wherePossibleTheConnectionIsEncryptedBeforeAnythingElseIsSaid() throws Exception {
        try (EncryptingSmtpServer server = new EncryptingSmtpServer(Way.OFFERS_STARTTLS)) {
            assertThat(send(server, "localhost", SmtpSecurity.STARTTLS, true)).isEqualTo(Kind.ACCEPTED);

            assertThat(server.heardInClear()).hasSize(2).first().asString().startsWith("EHLO");
            assertThat(server.heardInClear().getLast()).isEqualTo("STARTTLS");
            assertThat(server.heardEncrypted()).anyMatch(line -> line.startsWith("AUTH"))
                    .anyMatch(line -> line.contains(SECRET));
        }
    }

    @Test
    void aServerThatCannotEncryptIsToldNothing() throws Exception {
        try (EncryptingSmtpServer server = new EncryptingSmtpServer(Way.NEVER_ENCRYPTS)) {
            assertThat(send(server, "localhost", SmtpSecurity.STARTTLS, true)).isEqualTo(Kind.FAILED);

            assertThat(server.heardInClear()).noneMatch(SmtpSecurityTest::isSecret);
        }
    }

    @Test
    void aServerForWhichNobodyVouchesIsToldNothing() throws Exception {
        try (EncryptingSmtpServer server = new EncryptingSmtpServer(Way.OFFERS_STARTTLS)) {
            assertThat(send(server, "localhost", SmtpSecurity.STARTTLS, false)).isEqualTo(Kind.FAILED);

            assertThat(server.heardInClear()).noneMatch(SmtpSecurityTest::isSecret);
            assertThat(server.heardEncrypted()).isEmpty();
        }
    }

    @Test
    void aServerWithTheCertificateOfAnotherIsToldNothing() throws Exception {
        for (SmtpSecurity encrypted : List.of(SmtpSecurity.STARTTLS, SmtpSecurity.TLS)) {
            try (EncryptingSmtpServer server = new EncryptingSmtpServer(encrypted == SmtpSecurity.TLS
                    ? Way.ENCRYPTS_FROM_THE_FIRST_BYTE : Way.OFFERS_STARTTLS)) {
                assertThat(send(server, "127.0.0.1", encrypted, true)).isEqualTo(Kind.FAILED);

                assertThat(server.heardInClear()).noneMatch(SmtpSecurityTest::isSecret);
                assertThat(server.heardEncrypted()).noneMatch(SmtpSecurityTest::isSecret);
            }
        }
    }

    @Test
    void whoSaysSoIsEncryptedFromTheFirstByte() throws Exception {
        try (EncryptingSmtpServer server = new EncryptingSmtpServer(Way.ENCRYPTS_FROM_THE_FIRST_BYTE)) {
            assertThat(send(server, "localhost", SmtpSecurity.TLS, true)).isEqualTo(Kind.ACCEPTED);

            assertThat(server.heardInClear()).isEmpty();
            assertThat(server.heardEncrypted()).anyMatch(line -> line.contains(SECRET));
        }
    }

    @Test
    void inClearOnlyForWhoSaysSoAndTheStartWarnsOfIt(CapturedOutput output) throws Exception {
        try (EncryptingSmtpServer server = new EncryptingSmtpServer(Way.OFFERS_STARTTLS)) {
            assertThat(send(server, "localhost", SmtpSecurity.NONE, true)).isEqualTo(Kind.ACCEPTED);

            assertThat(server.heardInClear()).anyMatch(line -> line.contains(SECRET));
            assertThat(output).contains("in clear", "passerelle.messages.smtp-security");
        }
    }

    @Test
    void anEncryptedWayNeedsNoWarning(CapturedOutput output) throws Exception {
        try (EncryptingSmtpServer server = new EncryptingSmtpServer(Way.OFFERS_STARTTLS)) {
            send(server, "localhost", SmtpSecurity.STARTTLS, true);

            assertThat(output).doesNotContain("passerelle.messages.smtp-security");
        }
    }

    @Test
    void whyNothingIsSentIsToldByTheSettingToLookAt() throws Exception {
        try (EncryptingSmtpServer server = new EncryptingSmtpServer(Way.NEVER_ENCRYPTS)) {
            assertThat(trouble(server, "localhost", SmtpSecurity.STARTTLS, true)).isEqualTo(MailTrouble.OFFERS_NO_STARTTLS);
            assertThat(trouble(server, "localhost", SmtpSecurity.TLS, true)).isEqualTo(MailTrouble.SPEAKS_NO_TLS);
        }
        try (EncryptingSmtpServer server = new EncryptingSmtpServer(Way.OFFERS_STARTTLS)) {
            assertThat(trouble(server, "localhost", SmtpSecurity.STARTTLS, false)).isEqualTo(MailTrouble.NOT_VOUCHED_FOR);
            assertThat(trouble(server, "127.0.0.1", SmtpSecurity.STARTTLS, true)).isEqualTo(MailTrouble.OF_ANOTHER_NAME);
        }
        try (EncryptingSmtpServer server = new EncryptingSmtpServer(Way.ENCRYPTS_FROM_THE_FIRST_BYTE)) {
            assertThat(trouble(server, "localhost", SmtpSecurity.TLS, false)).isEqualTo(MailTrouble.NOT_VOUCHED_FOR);
            assertThat(trouble(server, "127.0.0.1", SmtpSecurity.TLS, true)).isEqualTo(MailTrouble.OF_ANOTHER_NAME);
        }
        assertThat(trouble(Way.REFUSES_PASSWORDS)).isEqualTo(MailTrouble.KNOWS_NO_SUCH_PASSWORD);
        assertThat(trouble(Way.HANGS_UP)).isEqualTo(MailTrouble.OTHER);
    }

    @Test
    void aServerThatIsNotThereIsToldByItsSetting() throws Exception {
        EncryptingSmtpServer server = new EncryptingSmtpServer(Way.OFFERS_STARTTLS);
        server.close();

        assertThat(trouble(server, "localhost", SmtpSecurity.STARTTLS, true)).isEqualTo(MailTrouble.NOT_REACHED);
        assertThat(trouble(server, "nowhere.invalid", SmtpSecurity.STARTTLS, true)).isEqualTo(MailTrouble.NOT_REACHED);
    }

    @ParameterizedTest
    @EnumSource(value = MailTrouble.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void everyTroubleNamesItsSetting(MailTrouble trouble) {
        assertThat(trouble.told()).matches(".*(spring\\.mail\\.|passerelle\\.messages\\.).*");
    }

    private static MailTrouble trouble(Way way) throws Exception {
        try (EncryptingSmtpServer server = new EncryptingSmtpServer(way)) {
            return trouble(server, "localhost", SmtpSecurity.NONE, true);
        }
    }

    private static MailTrouble trouble(EncryptingSmtpServer server, String host, SmtpSecurity security, boolean trusted) {
        MailServer.Answer answer = answer(server, host, security, trusted);
        assertThat(answer.kind()).isEqualTo(Kind.FAILED);
        return answer.trouble();
    }

    private static boolean isSecret(String line) {
        return line.startsWith("AUTH") || line.startsWith("MAIL") || line.contains(SECRET);
    }

    private static Kind send(EncryptingSmtpServer server, String host, SmtpSecurity security, boolean trusted) {
        return answer(server, host, security, trusted).kind();
    }

    private static MailServer.Answer answer(EncryptingSmtpServer server, String host, SmtpSecurity security, boolean trusted) {
        return TestMail.server(host, server.port(), security, mail -> {
            if (trusted) {
                mail.put("mail.smtp.ssl.socketFactory", server.trust());
                // Otherwise a failure is followed by one of the usual factory, which hides it.
                mail.put("mail.smtp.socketFactory.fallback", "false");
            }
        }).send(TestMail.saying(SECRET), TestMail.LIBRARY);
    }
}

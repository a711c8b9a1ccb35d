package org.passerelle.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.passerelle.notification.domain.SmtpSecurity;
import org.passerelle.notification.service.MailServer.Kind;

/** How much of the house a mail server that does not answer may hold up. */
class SlowServerTest {

    @Test
    void oneMessageWaitsForItAndTheOthersAreToldAtOnceToComeBack() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            mute.setSoTimeout(10_000);
            MailServer server = TestMail.server("localhost", mute.getLocalPort(), SmtpSecurity.NONE, mail -> {
            });
            CompletableFuture<Kind> first = CompletableFuture.supplyAsync(() -> send(server));
            try (Socket waiting = mute.accept()) {
                assertThat(send(server)).isEqualTo(Kind.BUSY);
                assertThat(first).isNotDone();
            }
            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(Kind.FAILED);

            mute.close();
            assertThat(send(server)).isEqualTo(Kind.FAILED);
        }
    }

    private static Kind send(MailServer server) {
        return server.send(TestMail.saying("Ready"), TestMail.LIBRARY).kind();
    }
}

package org.passerelle.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.support.RawHttp;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** What the server believes of forwarded requests, each of which comes from this machine. */
class TrustedProxiesTest {

    private static final String AS_SENT = "127.0.0.1 http localhost";

    @Test
    void nobodyIsBelievedUnlessNamed() throws Exception {
        assertThat(seen("", "203.0.113.9")).isEqualTo(AS_SENT);
        assertThat(seen("10.0.0.0/8, 192.168.1.1", "203.0.113.9")).isEqualTo(AS_SENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", " 10.0.0.1 , 127.0.0.1", "127.0.0.0/8,::1"})
    void aNamedProxyTellsForWhomAndHowTheRequestCame(String proxies) throws Exception {
        assertThat(seen(proxies, "203.0.113.9")).isEqualTo("203.0.113.9 https library.example");
    }

    @ParameterizedTest
    @CsvSource({"'198.51.100.7, 203.0.113.9', 203.0.113.9", "'198.51.100.7, 203.0.113.9, 10.1.2.3', 203.0.113.9"})
    void whatIsWrittenBeforeTheLastUnknownAddressIsNotBelieved(String chain, String seen) throws Exception {
        assertThat(seen("127.0.0.1,10.0.0.0/8", chain)).startsWith(seen + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/99", "10.0.0.1/x"})
    void whatIsNoAddressStopsTheStartInASentence(String proxies) {
        assertThatThrownBy(() -> new TrustedProxies(List.of(proxies)).customize(new TomcatServletWebServerFactory(0)))
                .hasMessageContaining("passerelle.trusted-proxies").hasMessageContaining(proxies);
    }

    private static String seen(String proxies, String forwardedFor) throws IOException {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        new TrustedProxies(List.of(proxies.split(","))).customize(factory);
        WebServer server = factory.getWebServer(context -> context.addServlet("echo", new Echo()).addMapping("/"));
        server.start();
        try {
            return RawHttp.send(server.getPort(), "GET", "/", "X-Forwarded-For: " + forwardedFor, "X-Forwarded-Proto: https",
                    "X-Forwarded-Host: library.example").header("Seen").getFirst();
        } finally {
            server.stop();
        }
    }

    static class Echo extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            response.setHeader("Seen", request.getRemoteAddr() + " " + request.getScheme() + " " + request.getServerName());
        }
    }
}

package org.passerelle.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.support.RawHttp;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.mock.env.MockEnvironment;

/** What the server believes of forwarded requests, each of which comes from this machine. */
@Isolated
@ExtendWith(OutputCaptureExtension.class)
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

    @Test
    void proxiesMayBeNamedOneByOneAsAListOfYaml() throws Exception {
        MockEnvironment list = new MockEnvironment().withProperty("passerelle.trusted-proxies[0]", "10.0.0.0/8")
                .withProperty("passerelle.trusted-proxies[1]", " 127.0.0.1 ");

        assertThat(seen(new TrustedProxies(list), "203.0.113.9")).isEqualTo("203.0.113.9 https library.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.0/8"})
    void thatSomebodyElseForwardsIsToldOnceWithTheNameOfTheSetting(String proxies, CapturedOutput said) throws Exception {
        TomcatServletWebServerFactory factory = serverThatTrusts(proxies);
        WebServer server = factory.getWebServer(context -> context.addServlet("echo", new Echo()).addMapping("/"));
        server.start();
        try {
            RawHttp.send(server.getPort(), "GET", "/");
            assertThat(said).doesNotContain("trusted-proxies");
            for (int i = 0; i < 3; i++) {
                RawHttp.send(server.getPort(), "GET", "/", "X-Forwarded-For: 203.0.113.9");
            }
        } finally {
            server.stop();
        }
        assertThat(said.getOut().lines().filter(line -> line.contains("passerelle.trusted-proxies"))).hasSize(1);
        assertThat(said).doesNotContain("203.0.113.9");
    }

    @Test
    void thatANamedProxyForwardsIsNotTold(CapturedOutput said) throws Exception {
        seen("127.0.0.1", "198.51.100.7, 203.0.113.9");

        assertThat(said).doesNotContain("passerelle.trusted-proxies");
    }

    @ParameterizedTest
    @CsvSource({"'198.51.100.7, 203.0.113.9', 203.0.113.9", "'198.51.100.7, 203.0.113.9, 10.1.2.3', 203.0.113.9"})
    void whatIsWrittenBeforeTheLastUnknownAddressIsNotBelieved(String chain, String seen) throws Exception {
        assertThat(seen("127.0.0.1,10.0.0.0/8", chain)).startsWith(seen + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/99", "10.0.0.1/x", "localhost", "10.0.0.1 10.0.0.2", "10.1", "300.0.0.1", "::1/129",
            "10.0.0.1/", ".*"})
    void whatIsNoAddressStopsTheStartInASentence(String proxies) {
        assertThatThrownBy(() -> serverThatTrusts("127.0.0.1," + proxies))
                .hasMessageContaining("passerelle.trusted-proxies").hasMessageContaining("'" + proxies + "'")
                .hasMessageContaining("10.0.0.0/8");
    }

    private static String seen(String proxies, String forwardedFor) throws IOException {
        return seen(trusted(proxies), forwardedFor);
    }

    private static TrustedProxies trusted(String proxies) {
        return new TrustedProxies(new MockEnvironment().withProperty("passerelle.trusted-proxies", proxies));
    }

    private static TomcatServletWebServerFactory serverThatTrusts(String proxies) {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        trusted(proxies).customize(factory);
        return factory;
    }

    private static String seen(TrustedProxies proxies, String forwardedFor) throws IOException {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        proxies.customize(factory);
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

package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.support.RawHttp;
import org.passerelle.support.RawHttp.Answer;
import org.passerelle.support.browser.JourneyTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What goes over the wire, whatever is asked for: no browser is needed to see it. */
@JourneyTest
class HttpRulesJourney {

    private static final String MISSING = "/VAADIN/dynamic/resource/1/abc/label.pdf";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/catalogue", "/inbox", "/nowhere", "/pickup/none", "/waiting/none", "/email/none",
            "/theme/passerelle.css", "/VAADIN/", MISSING, "/actuator/health", "/?v-r=uidl", "/?v-r=heartbeat",
            "/login;jsessionid=A"})
    void everyAnswerCarriesTheRulesForBrowsers(String path) throws IOException {
        Answer answer = get(path);

        assertThat(answer.header("X-Content-Type-Options")).containsExactly("nosniff");
        // With no-referrer, browsers would not tell from where a page of ours sends, and it would be refused as another's.
        assertThat(answer.header("Referrer-Policy")).containsExactly("same-origin");
        assertThat(answer.header("Content-Security-Policy")).singleElement().asString()
                .contains("frame-ancestors 'none'", "base-uri ", "form-action ");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/catalogue", "/inbox", "/pickup/none", MISSING})
    void noScreenIsKeptByTheBrowserOrOnTheWay(String path) throws IOException {
        assertThat(get(path).header("Cache-Control")).singleElement().asString().contains("no-store");
    }

    @Test
    void theProductsOwnFilesAreKept() throws IOException {
        assertThat(get("/theme/passerelle.css").header("Cache-Control")).singleElement().asString()
                .doesNotContain("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/VAADIN/", "/VAADIN", "/VAADIN/push", "/VAADIN/build/nothing.js", MISSING,
            "/VAADIN/dynamic/nothing"})
    void whatIsNotThereIsToldWithoutASessionAndLeadsNowhere(String path) throws IOException {
        Answer answer = get(path);

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.header("Location")).isEmpty();
        assertThat(answer.body()).doesNotContain("Whitelabel", "Exception");
    }

    @Test
    void aHeartbeatWithoutASessionIsRefusedRatherThanLedToTheSignIn() throws IOException {
        assertThat(get("/?v-r=heartbeat").status()).isEqualTo(403);
    }

    @Test
    void noAddressHoldsASession() throws IOException {
        for (String path : List.of("/inbox", "/VAADIN/", "/nowhere")) {
            Answer answer = get(path);

            assertThat(String.join("\n", answer.head().stream().filter(line -> !line.startsWith("Set-Cookie")).toList()))
                    .doesNotContainIgnoringCase("jsessionid");
        }
    }

    @Test
    void redirectsStayAtTheAddressThatTheBrowserUsed() throws IOException {
        Answer answer = get("/inbox", "Host: elsewhere.example", "X-Forwarded-Host: elsewhere.example",
                "X-Forwarded-Proto: https");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).containsExactly("/login");
        assertThat(answer.header("Set-Cookie")).noneMatch(cookie -> cookie.contains("Secure"));
    }

    @Test
    void aSignInThatAnotherSiteSendsIsRefused() throws IOException {
        assertThat(RawHttp.send(port, "POST", "/login", "Origin: https://elsewhere.example").status()).isEqualTo(403);
        assertThat(RawHttp.send(port, "POST", "/login", "Sec-Fetch-Site: cross-site").status()).isEqualTo(403);
        assertThat(RawHttp.send(port, "POST", "/login", "Origin: null").status()).isEqualTo(403);

        Answer ours = RawHttp.send(port, "POST", "/login", "Origin: http://localhost:" + port,
                "Content-Type: application/x-www-form-urlencoded");
        assertThat(ours.header("Location")).containsExactly("/login?error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pickup/none", "/waiting/none", "/email/none"})
    void aPageThatALinkOpensIsKeptFromSearchEnginesAndTellsNoOtherSiteItsAddress(String path) throws IOException {
        Answer answer = get(path);

        assertThat(answer.header("X-Robots-Tag")).containsExactly("noindex, nofollow");
        assertThat(answer.body()).contains("noindex").doesNotContain("no-referrer");
    }

    private Answer get(String path, String... headers) throws IOException {
        return RawHttp.send(port, "GET", path, headers);
    }
}

package org.passerelle.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.catalina.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.support.browser.JourneyTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** Visitors without a browser and without manners, and what the product then does for everybody else. */
@JourneyTest
@ExtendWith(OutputCaptureExtension.class)
@Timeout(120)
@Isolated
class HostileVisitorsIT {

    private static final int HALVES = 250;
    /** A busy machine is no failure of the product; the server waits longer for what does not come. */
    private static final Duration SOON = Duration.ofSeconds(9);

    @Autowired
    ServletWebServerApplicationContext context;
    @Autowired
    VisitSettings settings;
    @LocalServerPort
    int port;

    private final List<Socket> open = new ArrayList<>();
    private final List<HttpClient> clients = new ArrayList<>();

    @AfterEach
    void leave() throws IOException {
        for (Socket each : open) {
            each.close();
        }
        clients.forEach(HttpClient::shutdownNow);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "POST /login HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 500\r\n\r\nu",
            "POST /?v-r=uidl&v-uiId=0 HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n{",
            "POST /VAADIN/dynamic/resource/1/x/upload HTTP/1.1\r\nHost: x\r\nContent-Length: 90000000\r\n\r\nx",
            "PUT / HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n9\r\na",
            "POST /login HTTP/1.1\r\nHost: x\r\nContent-Le"})
    void hundredsOfHalfSentRequestsDelayNobody(String half) throws Exception {
        for (int i = 0; i < HALVES; i++) {
            // From a few addresses: all of 127.0.0.0/8 is this machine.
            send(half, 2 + i / 25);
        }

        assertThat(get(visitor(), "catalogue").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsTooLargeIsRefusedWhateverItSaysOfItsLength() throws Exception {
        HttpRequest.BodyPublisher large = BodyPublishers.ofByteArray(new byte[2_000_000]);
        assertThat(status(large)).isIn(413, CUT_OFF);
        assertThat(status(BodyPublishers.fromPublisher(large))).isIn(411, CUT_OFF);
    }

    @Test
    void oneVisitorWithoutCookiesKeepsABoundedNumberOfSessions() throws Exception {
        HttpClient without = client(HttpClient.newBuilder());
        int before = sessions();

        for (int i = 0; i < settings.perAddress() + 50; i++) {
            assertThat(get(without, "login").statusCode()).isEqualTo(200);
        }

        assertThat(sessions()).isLessThanOrEqualTo(before + settings.perAddress());
    }

    @Test
    void oneVisitKeepsABoundedNumberOfWindows() throws Exception {
        HttpClient visitor = visitor();
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < settings.windows() + 1; i++) {
            windows.add(window(visitor));
        }

        assertThat(call(visitor, windows.get(0), "").body()).contains("sessionExpired");
        assertThat(call(visitor, windows.get(1), "").body()).doesNotContain("sessionExpired").contains("syncId");
    }

    @Test
    void hundredsOfForgedCallsWriteFewLinesAndNoneThatTheyChoose(CapturedOutput log) throws Exception {
        String forged = IntStream.range(0, 700).mapToObj(i -> """
                {"type":"publishedEventHandler","node":1,"templateEventMethodName":"x\\n2026-01-01T00:00:00.000Z  INFO forged",\
                "templateEventMethodArgs":[],"promise":-1}""").collect(Collectors.joining(","));
        HttpClient visitor = visitor();
        Window window = window(visitor);
        int before = log.getAll().length();

        HttpResponse<String> answer = call(visitor, window, forged);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(log.getAll().length() - before).isLessThan(50_000);
        assertThat(log.getAll().substring(before)).contains("what no screen offers").doesNotContain("\tat ");
        assertThat(log.getAll().lines()).noneMatch(line -> line.startsWith("2026-01-01"));
    }

    private int sessions() {
        return ((Context) ((TomcatWebServer) context.getWebServer()).getTomcat().getHost().findChildren()[0])
                .getManager().getActiveSessions();
    }

    private record Window(String id, String key) {

        private static final Pattern ID = Pattern.compile("\"v-uiId\"\\s*:\\s*(\\d+)");
        private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\"\\s*:\\s*\"([^\"]+)\"");

        private static String found(Pattern pattern, String text) {
            Matcher matcher = pattern.matcher(text);
            assertThat(matcher.find()).as(text).isTrue();
            return matcher.group(1);
        }
    }

    /** Opens the catalogue as the page does that a browser has loaded. */
    private Window window(HttpClient visitor) throws IOException, InterruptedException {
        String begun = get(visitor, "?v-r=init&location=catalogue&query=").body();
        return new Window(Window.found(Window.ID, begun), Window.found(Window.KEY, begun));
    }

    private HttpResponse<String> call(HttpClient visitor, Window window, String calls)
            throws IOException, InterruptedException {
        return visitor.send(request("?v-r=uidl&v-uiId=" + window.id()).POST(BodyPublishers.ofString(
                "{\"csrfToken\":\"" + window.key() + "\",\"rpc\":[" + calls + "],\"syncId\":0,\"clientId\":0}"))
                .header("Content-Type", "application/json").build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(HttpClient visitor, String path) throws IOException, InterruptedException {
        return visitor.send(request(path).build(), BodyHandlers.ofString());
    }

    private static final int CUT_OFF = 0;

    /** A server that does not read on may be gone before its answer is read. */
    private int status(HttpRequest.BodyPublisher body) throws InterruptedException {
        try {
            return visitor().send(request("login").POST(body).build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException cutOff) {
            return CUT_OFF;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + path)).timeout(SOON);
    }

    private HttpClient visitor() {
        return client(HttpClient.newBuilder().cookieHandler(new CookieManager()));
    }

    private HttpClient client(HttpClient.Builder builder) {
        HttpClient client = builder.version(HttpClient.Version.HTTP_1_1).build();
        clients.add(client);
        return client;
    }

    private void send(String text, int address) throws IOException {
        Socket socket = new Socket();
        open.add(socket);
        socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) address}), 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port), Math.toIntExact(SOON.toMillis()));
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}

package org.passerelle.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real server with few threads, which wait three seconds for what does not come. */
@Timeout(60)
class FairShareTest {

    private static final int THREADS = 8;
    private static final RequestSettings SETTINGS = new RequestSettings(4, 2, 3, Duration.ofSeconds(1));
    private static final int PATIENCE = 10_000;
    private static final String CUT_OFF = "cut off";

    @TempDir
    Path folder;
    private final Tomcat tomcat = new Tomcat();
    private final Echo echo = new Echo();
    private final List<Socket> open = new ArrayList<>();

    @BeforeEach
    void start() throws LifecycleException {
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setProperty("maxThreads", String.valueOf(THREADS));
        tomcat.getConnector().setProperty("connectionTimeout", "3000");
        tomcat.getEngine().getPipeline().addValve(new FairShare(SETTINGS));
        var context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "echo", echo);
        context.addServletMappingDecoded("/*", "echo");
        tomcat.start();
    }

    @AfterEach
    void stop() throws LifecycleException, IOException {
        echo.going.countDown();
        for (Socket each : open) {
            each.close();
        }
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void aBodyThatComesInPiecesIsReadWholeAndTheConnectionServesAgain() throws IOException {
        Socket visitor = connect(1);
        for (int i = 0; i < 2; i++) {
            send(visitor, post(9000) + "x".repeat(10));
            send(visitor, "x".repeat(8990));
            assertThat(answer(visitor)).startsWith("HTTP/1.1 200").endsWith("9000");
        }
        send(visitor, form("a=1&name=Zo%C3%A9"));
        assertThat(answer(visitor)).endsWith("name Zoé");
        send(visitor, "GET /missing HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(answer(visitor)).startsWith("HTTP/1.1 404");
        send(visitor, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(answer(visitor)).endsWith("0");
    }

    @Test
    void whoSendsHalfOfManyBodiesHoldsFewThreads() throws IOException {
        for (int i = 0; i < 50; i++) {
            send(connect(1), post(500) + "half");
        }
        assertThat(served(2)).isTrue();
        assertThat(served(1)).isTrue();
    }

    @Test
    void manyAddressesTogetherHoldFewThreadsToo() throws IOException {
        for (int i = 0; i < 50; i++) {
            send(connect(10 + i), post(500) + "half");
        }
        assertThat(served(1)).isTrue();
    }

    @Test
    void whatIsRefusedUnreadHoldsNoThread() throws IOException {
        for (int i = 0; i < 50; i++) {
            send(connect(10 + i), "POST /refused HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nha");
            send(connect(10 + i), "POST /refused HTTP/1.1\r\nHost: x\r\nContent-Length: 5000000\r\n\r\nhalf");
        }
        assertThat(served(1)).isTrue();
    }

    @Test
    void aBodyThatDripsIsGivenUp() throws IOException {
        Socket visitor = connect(1);
        visitor.setSoTimeout(200);
        send(visitor, post(500));
        String answer = null;
        for (int sent = 0; answer == null && sent < 50; sent++) {
            answer = answerTo(visitor, "x");
        }
        assertThat(answer).satisfiesAnyOf(given -> assertThat(given).startsWith("HTTP/1.1 408"),
                given -> assertThat(given).isEqualTo(CUT_OFF));
    }

    @Test
    void anAddressHasItsShareOfRequestsAndNoMore() throws IOException, InterruptedException {
        for (int i = 0; i < SETTINGS.perAddress(); i++) {
            send(connect(1), "GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
        }
        // They hold their threads until they are let go.
        assertThat(echo.entered.tryAcquire(SETTINGS.perAddress(), PATIENCE, TimeUnit.MILLISECONDS)).isTrue();
        Socket more = connect(1);
        send(more, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        // Comes before the filters that tell browsers what holds for every answer.
        assertThat(answer(more)).startsWith("HTTP/1.1 503").contains("X-Content-Type-Options: nosniff",
                "Referrer-Policy: same-origin", "Cache-Control: no-store", "frame-ancestors 'none'");
        assertThat(served(2)).isTrue();
    }

    private boolean served(int address) throws IOException {
        Socket visitor = connect(address);
        // Less than the server waits for any of the others.
        visitor.setSoTimeout(2500);
        send(visitor, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        try {
            return answer(visitor).startsWith("HTTP/1.1 200");
        } catch (SocketTimeoutException late) {
            return false;
        }
    }

    /** From an address of its own: all of 127.0.0.0/8 is this machine. */
    private Socket connect(int address) throws IOException {
        Socket socket = new Socket();
        open.add(socket);
        socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) address}), 0));
        socket.connect(new InetSocketAddress("127.0.0.1", tomcat.getConnector().getLocalPort()), PATIENCE);
        socket.setSoTimeout(PATIENCE);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static String post(int length) {
        return "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static String form(String content) {
        return "POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + content.length() + "\r\n\r\n" + content;
    }

    /** Status line, headers and one line of text. */
    private static String answer(Socket socket) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder answer = new StringBuilder();
        int length = 0;
        for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            answer.append(line).append('\n');
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring(16));
            }
        }
        return length == 0 ? answer.toString() : answer + reader.readLine();
    }

    /** Or null when none has come yet. */
    private static String answerTo(Socket socket, String piece) throws IOException {
        try {
            send(socket, piece);
            return answer(socket);
        } catch (SocketTimeoutException notYet) {
            return null;
        } catch (SocketException closed) {
            return CUT_OFF;
        }
    }

    private static final class Echo extends HttpServlet {

        private final Semaphore entered = new Semaphore(0);
        private final CountDownLatch going = new CountDownLatch(1);

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String path = request.getRequestURI();
            if (path.equals("/refused") || path.equals("/missing")) {
                response.setStatus(path.equals("/refused") ? 413 : 404);
                return;
            }
            if (path.equals("/slow")) {
                entered.release();
                try {
                    assertThat(going.await(30, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
            request.setCharacterEncoding("UTF-8");
            response.setCharacterEncoding("UTF-8");
            String name = request.getParameter("name");
            String said = (name != null ? "name " + name : request.getInputStream().readAllBytes().length) + "\n";
            response.setContentLength(said.getBytes(StandardCharsets.UTF_8).length);
            response.getWriter().write(said);
        }
    }
}

package org.passerelle.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Requests as anybody may send them, headers included that a well-behaved client sets by itself. */
public final class RawHttp {

    private static final int PATIENCE = 60_000;

    private RawHttp() {
    }

    /** The lines before the body. */
    public record Answer(List<String> head, String body) {

        public int status() {
            return Integer.parseInt(head.getFirst().split(" ")[1]);
        }

        /** All values of that header, in the order they came. */
        public List<String> header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return head.stream().filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip()).toList();
        }
    }

    /** Asks for a page, or sends an empty body. */
    public static Answer send(int port, String method, String path, String... headers) throws IOException {
        String request = method + " " + path + " HTTP/1.1\r\n"
                + (List.of(headers).stream().anyMatch(each -> each.startsWith("Host:")) ? "" : "Host: localhost:" + port + "\r\n")
                + String.join("", List.of(headers).stream().map(each -> each + "\r\n").toList())
                + (method.equals("POST") ? "Content-Length: 0\r\n" : "") + "Connection: close\r\n\r\n";
        try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            connection.setSoTimeout(PATIENCE);
            connection.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try (InputStream in = connection.getInputStream()) {
                in.transferTo(answer);
            }
            String[] parts = answer.toString(StandardCharsets.UTF_8).split("\r\n\r\n", 2);
            return new Answer(List.of(parts[0].split("\r\n")), parts.length > 1 ? parts[1] : "");
        }
    }
}

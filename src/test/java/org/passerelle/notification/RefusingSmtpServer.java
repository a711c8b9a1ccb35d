package org.passerelle.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An SMTP server that knows none of the addresses it is given: 550 to each RCPT (RFC 5321, 4.2.3). */
class RefusingSmtpServer implements AutoCloseable {

    private final ServerSocket server;

    RefusingSmtpServer() {
        try {
            server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept();
                 BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(),
                         StandardCharsets.US_ASCII))) {
                say(client, "220 ready");
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String verb = line.split(" ")[0].toUpperCase();
                    say(client, switch (verb) {
                        case "RCPT" -> "550 no such user here";
                        case "QUIT" -> "221 bye";
                        default -> "250 ok";
                    });
                }
            } catch (IOException closed) {
                // The client or the test has hung up.
            }
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

package org.passerelle.notification.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** An SMTP server of its own certificate, for {@code localhost}, that remembers what anybody on the way could read. */
class EncryptingSmtpServer implements AutoCloseable {

    enum Way {
        /** Says that it could encrypt, and does when it is asked to. */
        OFFERS_STARTTLS,
        ENCRYPTS_FROM_THE_FIRST_BYTE,
        NEVER_ENCRYPTS,
        /** Those of everybody, in clear. */
        REFUSES_PASSWORDS,
        HANGS_UP
    }

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Way way;
    private final SSLContext keys;
    private final ServerSocket server;
    private final List<String> heardInClear = new CopyOnWriteArrayList<>();
    private final List<String> heardEncrypted = new CopyOnWriteArrayList<>();

    EncryptingSmtpServer(Way way) {
        this.way = way;
        keys = context();
        try {
            server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::serve);
    }

    /** The same certificate is who the server is, and whom a client may trust. */
    private static SSLContext context() {
        try (InputStream file = EncryptingSmtpServer.class.getResourceAsStream("/smtp/localhost.p12")) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(file, PASSWORD);
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(store, PASSWORD);
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("smtp", store.getCertificate("smtp"));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** For a client that is to trust the certificate. */
    SSLSocketFactory trust() {
        return keys.getSocketFactory();
    }

    List<String> heardInClear() {
        return heardInClear;
    }

    List<String> heardEncrypted() {
        return heardEncrypted;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                if (way == Way.ENCRYPTS_FROM_THE_FIRST_BYTE) {
                    Socket encrypted = encrypted(client);
                    say(encrypted, "220 ready");
                    talk(encrypted, heardEncrypted);
                } else if (way != Way.HANGS_UP) {
                    say(client, "220 ready");
                    talk(client, heardInClear);
                }
            } catch (IOException closed) {
                // The client or the test has hung up.
            }
        }
    }

    private void talk(Socket client, List<String> heard) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        boolean inMessage = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (inMessage) {
                inMessage = !line.equals(".");
                if (!inMessage) {
                    say(client, "250 taken");
                }
                continue;
            }
            switch (line.split(" ")[0]) {
                case "EHLO" -> say(client, way == Way.OFFERS_STARTTLS && !(client instanceof SSLSocket)
                        ? "250-localhost\r\n250-AUTH PLAIN\r\n250 STARTTLS" : "250-localhost\r\n250 AUTH PLAIN");
                case "STARTTLS" -> {
                    say(client, "220 go ahead");
                    talk(encrypted(client), heardEncrypted);
                    return;
                }
                case "AUTH" -> say(client, way == Way.REFUSES_PASSWORDS ? "535 no" : "235 welcome");
                case "DATA" -> {
                    inMessage = true;
                    say(client, "354 go on");
                }
                case "QUIT" -> say(client, "221 bye");
                default -> say(client, "250 ok");
            }
        }
    }

    private Socket encrypted(Socket client) throws IOException {
        SSLSocket encrypted = (SSLSocket) keys.getSocketFactory().createSocket(client, null, client.getPort(), true);
        encrypted.setUseClientMode(false);
        return encrypted;
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

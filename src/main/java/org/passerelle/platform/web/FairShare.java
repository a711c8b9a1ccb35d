package org.passerelle.platform.web;

import jakarta.servlet.ServletException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.tomcat.util.buf.ByteChunk;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Keeps threads for everybody. A thread that reads a body waits for whoever sends it: bodies are received whole before
 * anything else is done, a few at a time for each address and for all, and within a time. An address has half the threads
 * at most. Who asks for more is told to come again, and nobody waits for the rest of what was refused.
 *
 * <p>Large bodies are left to whom may send them: {@code BodyLimit} in security.
 */
final class FairShare extends ValveBase {

    private static final int SECONDS_UNTIL_AGAIN = 5;

    private final Shares requests;
    private final Shares bodies;
    private final long bodyWithin;

    FairShare(RequestSettings settings) {
        super(true);
        requests = new Shares(settings.perAddress(), Integer.MAX_VALUE);
        bodies = new Shares(settings.bodiesPerAddress(), settings.bodies());
        bodyWithin = settings.bodyWithin().toNanos();
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.isAsyncDispatching()) {
            // Goes on with what was let in before.
            getNext().invoke(request, response);
            return;
        }
        String visitor = VisitorAddress.of(request.getRemoteAddr());
        if (!requests.take(visitor)) {
            turnAway(request, response, HttpStatus.SERVICE_UNAVAILABLE);
            return;
        }
        try {
            if (!isSmall(request)) {
                getNext().invoke(request, response);
                leaveTheRest(request, response);
            } else if (receive(request, response, visitor)) {
                getNext().invoke(request, response);
            }
        } finally {
            requests.giveBack(visitor);
        }
    }

    /** One of known length: browsers always tell it. */
    private static boolean isSmall(Request request) {
        long length = request.getContentLengthLong();
        return length > 0 && length <= Bodies.LARGEST;
    }

    /** @return false when it has been refused */
    private boolean receive(Request request, Response response, String visitor) throws IOException {
        response.sendAcknowledgement(ContinueResponseTiming.IMMEDIATELY);
        InputStream body = request.createInputStream();
        if (body.available() >= request.getContentLengthLong()) {
            return true;
        }
        if (!bodies.take(visitor)) {
            turnAway(request, response, HttpStatus.SERVICE_UNAVAILABLE);
            return false;
        }
        try {
            ByteChunk received = new ByteChunk();
            byte[] bytes = readInTime(body);
            received.setBytes(bytes, 0, bytes.length);
            request.getCoyoteRequest().action(ActionCode.REQ_SET_BODY_REPLAY, received);
            return true;
        } catch (IOException didNotCome) {
            turnAway(request, response, HttpStatus.REQUEST_TIMEOUT);
            return false;
        } finally {
            bodies.giveBack(visitor);
        }
    }

    private byte[] readInTime(InputStream body) throws IOException {
        long start = System.nanoTime();
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
            received.write(piece, 0, read);
            if (System.nanoTime() - start > bodyWithin) {
                throw new IOException("a body took longer than " + TimeUnit.NANOSECONDS.toSeconds(bodyWithin) + " s");
            }
        }
        return received.toByteArray();
    }

    private static void turnAway(Request request, Response response, HttpStatus why) {
        response.setStatus(why.value());
        BrowserRules.tell(response);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(SECONDS_UNTIL_AGAIN));
        response.setHeader(HttpHeaders.CONNECTION, "close");
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    /** Of a refused request: the server would read on to keep the connection, and a thread would wait with it. */
    private static void leaveTheRest(Request request, Response response) {
        AtomicBoolean whole = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, whole);
        if (!whole.get() && !request.isAsync() && response.getStatus() >= HttpStatus.BAD_REQUEST.value()) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }
}

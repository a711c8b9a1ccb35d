package org.passerelle.standalone;

/** The product may not, or cannot, listen on the port it was given, though nobody else does. */
class PortUnusable extends RuntimeException {

    private final int port;

    PortUnusable(int port, Throwable cause) {
        super("port " + port + " unusable: " + cause.getMessage(), cause);
        this.port = port;
    }

    int port() {
        return port;
    }
}

package org.passerelle.standalone;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last line of a start: where to go, and where the data is. */
@Component
class StartReport {

    private static final Logger log = LoggerFactory.getLogger(StartReport.class);

    private final Environment settings;
    private final ObjectProvider<EmbeddedDatabase> embedded;

    StartReport(Environment settings, ObjectProvider<EmbeddedDatabase> embedded) {
        this.settings = settings;
        this.embedded = embedded;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        String port = settings.getProperty("local.server.port");
        if (port != null) {
            EmbeddedDatabase own = embedded.getIfAvailable();
            log.info("Passerelle is ready: http://{}:{}{}/ – data in {}", host(), port,
                    settings.getProperty("server.servlet.context-path", ""),
                    own == null ? "the configured database" : own.folder());
        }
    }

    /** This machine's own name for itself, unless the product listens to one other address alone. */
    private String host() {
        InetAddress address = settings.getProperty("server.address", InetAddress.class);
        return address == null || address.isAnyLocalAddress() || address.isLoopbackAddress() ? "localhost"
                : address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
    }
}

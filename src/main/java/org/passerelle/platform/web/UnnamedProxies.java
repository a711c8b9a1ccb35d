package org.passerelle.platform.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.Globals;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says, once, that a request was forwarded by somebody whom {@link TrustedProxies} does not name: an operator who has
 * forgotten the setting would only see that everybody shares one address. Anybody may send that header, so that more
 * lines would tell nothing; by which address it came is not said, for it may be a visitor's own.
 */
final class UnnamedProxies extends ValveBase {

    private static final Logger log = LoggerFactory.getLogger(UnnamedProxies.class);

    private final AtomicBoolean said = new AtomicBoolean();

    UnnamedProxies() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.getHeader("X-Forwarded-For") != null && request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE) == null
                && said.compareAndSet(false, true)) {
            log.warn("A request came with X-Forwarded-For from an address that {} does not name: it is not believed, and"
                    + " everybody who comes that way counts as one visitor. Where a proxy of yours stands before the"
                    + " product, name its address there; this is said once.", TrustedProxies.SETTING);
        }
        getNext().invoke(request, response);
    }
}

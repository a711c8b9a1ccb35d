package org.passerelle.platform.web;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Who may say for whom a request is, and by which address and scheme it came: the proxies that the setting
 * {@code passerelle.trusted-proxies} names, and nobody else. Whoever is believed chooses the address that limits count.
 */
@Component
class TrustedProxies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final List<String> proxies;

    /** @param proxies addresses, or networks as 10.0.0.0/8 */
    TrustedProxies(@Value("${passerelle.trusted-proxies:}") List<String> proxies) {
        this.proxies = proxies.stream().map(String::strip).filter(proxy -> !proxy.isEmpty()).toList();
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        if (proxies.isEmpty()) {
            return;
        }
        RemoteIpValve forwarded = new RemoteIpValve();
        try {
            forwarded.setInternalProxies(proxies.stream().map(TrustedProxies::network).collect(Collectors.joining(",")));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException("passerelle.trusted-proxies holds addresses, or networks as 10.0.0.0/8: "
                    + String.join(", ", proxies), wrong);
        }
        forwarded.setHostHeader("X-Forwarded-Host");
        forwarded.setPortHeader("X-Forwarded-Port");
        server.addEngineValves(forwarded);
    }

    /** Without a slash the server would read the list as a regular expression. */
    private static String network(String proxy) {
        return proxy.contains("/") ? proxy : proxy + (proxy.contains(":") ? "/128" : "/32");
    }
}

package org.passerelle.platform.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Who may say for whom a request is, and by which address and scheme it came: the proxies that the setting
 * {@code passerelle.trusted-proxies} names, and nobody else. Whoever is believed chooses the address that limits count.
 */
@Component
class TrustedProxies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    static final String SETTING = "passerelle.trusted-proxies";

    private static final String IPV4 = "\\d{1,3}(?:\\.\\d{1,3}){3}";
    private static final String IPV6 = "[0-9a-fA-F:]*:[0-9a-fA-F:.]*";
    /** No names of hosts: they would be looked up at the start, and hold whatever becomes of them. */
    private static final Pattern NETWORK = Pattern.compile("(" + IPV4 + "|" + IPV6 + ")(?:/(\\d{1,3}))?");

    private final List<String> networks;

    /** The setting names them with commas between, or as a list of YAML. */
    TrustedProxies(Environment settings) {
        networks = Binder.get(settings).bind(SETTING, Bindable.listOf(String.class)).orElse(List.of()).stream()
                .map(String::strip).filter(proxy -> !proxy.isEmpty()).map(TrustedProxies::network).toList();
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        if (!networks.isEmpty()) {
            RemoteIpValve forwarded = new RemoteIpValve();
            forwarded.setInternalProxies(String.join(",", networks));
            forwarded.setHostHeader("X-Forwarded-Host");
            forwarded.setPortHeader("X-Forwarded-Port");
            server.addEngineValves(forwarded);
        }
        server.addEngineValves(new UnnamedProxies());
    }

    /** With a length in any case: without a slash the server would read the list as a regular expression. */
    private static String network(String proxy) {
        Matcher parts = NETWORK.matcher(proxy);
        try {
            if (parts.matches()) {
                int bits = InetAddress.getByName(parts.group(1)).getAddress().length * Byte.SIZE;
                int length = parts.group(2) == null ? bits : Integer.parseInt(parts.group(2));
                if (length <= bits) {
                    return parts.group(1) + "/" + length;
                }
            }
        } catch (UnknownHostException none) {
            // Said below, as of whatever else is no address.
        }
        throw new InvalidConfigurationPropertyValueException(SETTING, proxy,
                "It must hold addresses, or networks as 10.0.0.0/8, with commas between or as a list.");
    }
}

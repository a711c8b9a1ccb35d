package org.passerelle.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a page of another site makes a browser send, a sign-in first of all: nobody shall work, unaware, in an
 * account that somebody else chose. Browsers tell from where they send; programs that tell nothing are let through, for
 * they carry nobody's session.
 */
class OwnOrigin extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OURS = Set.of("same-origin", "none");
    private static final Pattern USUAL_PORT = Pattern.compile(":(?:80|443)$");

    private final String publicUrl;

    /** @param publicUrl the address people type, where it is set */
    OwnOrigin(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod()) || isOurs(request)) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpStatus.FORBIDDEN.value());
        }
    }

    private boolean isOurs(HttpServletRequest request) {
        // Told over HTTPS and on one's own machine only, and then whatever a proxy made of the address.
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OURS.contains(site);
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || site(origin).filter(from -> Stream.of(publicUrl,
                "//" + request.getHeader(HttpHeaders.HOST), request.getScheme() + "://" + request.getServerName() + ":"
                        + request.getServerPort()).flatMap(ours -> site(ours).stream()).anyMatch(from::equals)).isPresent();
    }

    /** Host, and port unless it is the usual one; empty for what names none. */
    private static Optional<String> site(String address) {
        try {
            return Optional.ofNullable(URI.create(address).getRawAuthority())
                    .map(host -> USUAL_PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst(""));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}

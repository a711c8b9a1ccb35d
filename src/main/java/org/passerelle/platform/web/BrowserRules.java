package org.passerelle.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;

/** What browsers are told with every answer, and what they may send: before anything else, a refusal of security included. */
@Configuration
class BrowserRules {

    /**
     * Nothing of another site is shown, run or asked for, and no other site shows ours. Vaadin's client begins with a
     * script in the page, and makes its own functions and styles.
     */
    private static final String SCREENS = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; object-src 'none';"
            + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    /** A file that is opened is shown by the browser's own viewer, which may count as an object with its own styles. */
    private static final String FILES = "script-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    /** Where Vaadin hands out files that are made when they are asked for. */
    private static final String MADE_FILES = "/VAADIN/dynamic/";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    /** What holds for every page, of an answer that none of the filters sees. */
    static void tell(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", ReferrerPolicy.SAME_ORIGIN.getPolicy());
        response.setHeader("Content-Security-Policy", SCREENS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** Written at once: a screen's page is forwarded, and then sent before Spring Security would write them. */
    @Bean
    FilterRegistrationBean<Filter> headers() {
        HeaderWriterFilter filter = new HeaderWriterFilter(List.of(
                new XContentTypeOptionsHeaderWriter(),
                // With no-referrer, a browser would not tell from where a page of ours sends: OwnOrigin would refuse it.
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN),
                new DelegatingRequestMatcherHeaderWriter(request -> !isMadeFile(request),
                        new ContentSecurityPolicyHeaderWriter(SCREENS)),
                new DelegatingRequestMatcherHeaderWriter(BrowserRules::isMadeFile,
                        new ContentSecurityPolicyHeaderWriter(FILES)),
                // Other hosts of the library's domain are not ours to bind.
                new HstsHeaderWriter(REMEMBERED.toSeconds(), false),
                // Screens are people's own; what serves the product's own files says otherwise for them.
                new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "no-store")));
        filter.setShouldWriteHeadersEagerly(true);
        return before(filter, 0);
    }

    @Bean
    FilterRegistrationBean<Filter> redirects() {
        return before(new RelativeRedirects(), 1);
    }

    @Bean
    FilterRegistrationBean<Filter> origins(@Value("${passerelle.public-url:}") String publicUrl) {
        return before(new OwnOrigin(publicUrl), 2);
    }

    private static FilterRegistrationBean<Filter> before(Filter filter, int place) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        return registration;
    }

    private static boolean isMadeFile(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + MADE_FILES);
    }
}

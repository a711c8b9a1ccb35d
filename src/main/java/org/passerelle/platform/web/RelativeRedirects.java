package org.passerelle.platform.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Leads nobody to another site: of an address that a redirect would lead to, only what follows the site is sent, so that
 * the browser stays at the address people typed, whatever a request or a proxy says of it.
 */
class RelativeRedirects implements Filter {

    /** Browsers read a backslash as a slash, and two slashes as the beginning of another site. */
    private static final Pattern SITE = Pattern.compile("^(?:[A-Za-z][A-Za-z0-9+.-]*:[/\\\\]*|[/\\\\]{2,})[^/\\\\?#]*[/\\\\]*");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, new HttpServletResponseWrapper((HttpServletResponse) response) {
            @Override
            public void sendRedirect(String location) throws IOException {
                super.sendRedirect(here(location));
            }

            @Override
            public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
                super.sendRedirect(here(location), status, clearBuffer);
            }
        });
    }

    static String here(String location) {
        return SITE.matcher(location).replaceFirst("/");
    }
}

package org.passerelle.platform.security.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedInAccount;
import org.passerelle.platform.web.Bodies;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses large requests before anything reads them: only managers send files, and only to the place of an upload. A
 * body of unknown length counts as large; browsers always tell it.
 */
class BodyLimit extends OncePerRequestFilter {

    /** Where Vaadin receives uploads; each has a limit of its own. */
    private static final String UPLOADS = "/VAADIN/dynamic/";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean unknown = request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if ((unknown || request.getContentLengthLong() > largest()) && !isManagersUpload(request)) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
            response.setStatus((unknown ? HttpStatus.LENGTH_REQUIRED : HttpStatus.CONTENT_TOO_LARGE).value());
            return;
        }
        chain.doFilter(request, response);
    }

    private static long largest() {
        return account().isPresent() ? Bodies.LARGEST : Bodies.LARGEST_OF_ANYBODY;
    }

    private static boolean isManagersUpload(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + UPLOADS)
                && account().filter(account -> account.user().has(Role.MANAGER)).isPresent();
    }

    private static Optional<SignedInAccount> account() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInAccount account
                ? Optional.of(account) : Optional.empty();
    }
}

package org.passerelle.platform.security.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.passerelle.platform.ui.accounts.LoginView;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sends sign-ins back, unread, while there are too many from their address. */
class AddressLimit extends OncePerRequestFilter {

    /** What the form's sign-in listens to: the decoded path, however it was written. */
    private static final RequestMatcher SIGN_IN =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/" + LoginView.PATH);

    private final AddressThrottle addresses;
    private final Runnable sentBack;

    /** @param sentBack done when an address is first sent back, and not again for each of a flood */
    AddressLimit(AddressThrottle addresses, Runnable sentBack) {
        this.addresses = addresses;
        this.sentBack = sentBack;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SIGN_IN.matches(request) && !addresses.mayTry(request.getRemoteAddr())) {
            if (addresses.isFirstSentBack(request.getRemoteAddr())) {
                sentBack.run();
            }
            response.sendRedirect(request.getContextPath() + "/" + LoginView.PATH + "?" + LoginView.ERROR
                    + "=" + LoginView.RESTING);
        } else {
            chain.doFilter(request, response);
        }
    }
}

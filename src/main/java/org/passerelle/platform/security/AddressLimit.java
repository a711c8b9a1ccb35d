package org.passerelle.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.passerelle.platform.ui.LoginView;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sends sign-ins back, unread, while there are too many from their address. */
class AddressLimit extends OncePerRequestFilter {

    private final ClientAddresses addresses;

    AddressLimit(ClientAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean signIn = HttpMethod.POST.matches(request.getMethod())
                && request.getRequestURI().equals(request.getContextPath() + "/" + LoginView.PATH);
        if (signIn && !addresses.mayTry(request.getRemoteAddr())) {
            response.sendRedirect(request.getContextPath() + "/" + LoginView.PATH + "?" + LoginView.ERROR
                    + "=" + LoginView.RESTING);
        } else {
            chain.doFilter(request, response);
        }
    }
}

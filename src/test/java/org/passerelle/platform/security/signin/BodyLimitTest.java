package org.passerelle.platform.security.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedInAccount;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class BodyLimitTest {

    private static final String UPLOAD = "/VAADIN/dynamic/resource/1/2/upload";

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void onlyAManagersUploadMayBeLarge() throws Exception {
        assertThat(status(UPLOAD, 50_000_000)).isEqualTo(413);
        signIn(Role.PATRON);
        assertThat(status(UPLOAD, 50_000_000)).isEqualTo(413);
        signIn(Role.AGENT);
        assertThat(status(UPLOAD, 50_000_000)).isEqualTo(413);
        signIn(Role.MANAGER);
        assertThat(status(UPLOAD, 50_000_000)).isEqualTo(200);
        assertThat(status("/login", 50_000_000)).isEqualTo(413);
    }

    @Test
    void whatScreensSendPasses() throws Exception {
        assertThat(status("/", 100_000)).isEqualTo(200);
        assertThat(status("/", 0)).isEqualTo(200);
    }

    @Test
    void whoHasNotSignedInSendsLess() throws Exception {
        assertThat(status("/", 200_000)).isEqualTo(413);
        signIn(Role.PATRON);
        assertThat(status("/", 200_000)).isEqualTo(200);
    }

    @Test
    void aBodyOfUnknownLengthIsRefused() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.addHeader("Transfer-Encoding", "chunked");

        assertThat(status(request)).isEqualTo(411);
    }

    private static int status(String path, int length) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setContent(new byte[length]);
        return status(request);
    }

    private static int status(MockHttpServletRequest request) throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        new BodyLimit().doFilter(request, response, chain);
        assertThat(chain.getRequest() != null).isEqualTo(response.getStatus() == 200);
        return response.getStatus();
    }

    private static void signIn(Role role) {
        SignedInAccount account = new SignedInAccount(
                new CurrentUser(UUID.randomUUID(), "Quelqu’un", role, Set.of(), null), "name", "-", true);
        SecurityContextHolder.getContext().setAuthentication(
                new UsernamePasswordAuthenticationToken(account, null, account.getAuthorities()));
    }
}

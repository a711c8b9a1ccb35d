package org.passerelle.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class OwnOriginTest {

    private static final String PUBLIC = "https://library.example";

    @ParameterizedTest
    @CsvSource({"same-origin, https://any.example, 200", "none, null, 200", "cross-site, https://library.example, 403",
            "same-site, https://library.example, 403", ", https://library.example, 200", ", https://inside:8443, 200",
            ", https://INSIDE:8443, 200", ", https://inside, 403", ", https://elsewhere.example, 403",
            ", https://library.example.elsewhere.example, 403", ", null, 403", ", '', 403", ", not an address, 403",
            ", , 200"})
    void whatOnlyAPageOfOursSendsIsHeard(String site, String origin, int status) throws Exception {
        assertThat(status("POST", PUBLIC, site, origin)).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "https://elsewhere.example"})
    void withoutAPublicAddressAnUnnamedOriginIsForeignToo(String origin) throws Exception {
        assertThat(status("POST", "", null, origin)).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void everybodyMayLeadToOurPages(String method) throws Exception {
        assertThat(status(method, PUBLIC, "cross-site", "https://elsewhere.example")).isEqualTo(200);
    }

    private static int status(String method, String publicUrl, String site, String origin) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/login");
        request.addHeader("Host", "inside:8443");
        if (site != null) {
            request.addHeader("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.addHeader("Origin", origin);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        new OwnOrigin(publicUrl).doFilter(request, response, chain);
        assertThat(chain.getRequest() != null).isEqualTo(response.getStatus() == 200);
        return response.getStatus();
    }
}

package org.passerelle.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BrowserRulesTest {

    @Test
    void onlyWhoCameByHttpsIsToldToComeByHttpsFromThenOn() throws Exception {
        assertThat(headers("https", "/").getHeader("Strict-Transport-Security")).isEqualTo("max-age=31536000");
        assertThat(headers("http", "/").getHeader("Strict-Transport-Security")).isNull();
    }

    @Test
    void aFileThatIsOpenedLeavesTheBrowsersViewerFreeAndRunsNothing() throws Exception {
        assertThat(headers("https", "/VAADIN/dynamic/resource/1/label.pdf").getHeader("Content-Security-Policy"))
                .contains("script-src 'none'", "frame-ancestors 'none'").doesNotContain("object-src", "default-src");
        assertThat(headers("https", "/inbox").getHeader("Content-Security-Policy")).contains("object-src 'none'");
    }

    private static MockHttpServletResponse headers(String scheme, String path) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setScheme(scheme);
        request.setSecure(scheme.equals("https"));
        MockHttpServletResponse response = new MockHttpServletResponse();
        new BrowserRules().headers().getFilter().doFilter(request, response, new MockFilterChain());
        return response;
    }
}

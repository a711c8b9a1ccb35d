package org.passerelle.platform.security;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import java.util.List;
import org.passerelle.platform.ui.LoginView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;

@Configuration
class SecurityConfiguration {

    @Bean
    SecurityFilterChain screens(HttpSecurity http, SignedIn signedIn, ClientAddresses addresses) throws Exception {
        http.authorizeHttpRequests(requests -> requests
                .requestMatchers("/theme/**", "/actuator/health", "/robots.txt").permitAll());
        http.addFilterBefore(browserRules(), HeaderWriterFilter.class);
        http.addFilterAfter(new ClosedSessions(signedIn), SecurityContextHolderFilter.class);
        http.addFilterAfter(new BodyLimit(), ClosedSessions.class);
        http.addFilterBefore(new AddressLimit(addresses), UsernamePasswordAuthenticationFilter.class);
        http.with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView(LoginView.class)
                // An address that no screen has is told by a page of ours, not by an empty refusal.
                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated));
        http.formLogin(form -> form.failureHandler((request, response, failure) -> response.sendRedirect(
                request.getContextPath() + "/" + LoginView.PATH + "?" + LoginView.ERROR
                        + (failure instanceof LockedException ? "=" + LoginView.RESTING : ""))));
        return http.build();
    }

    /** Written at once: a screen's page is forwarded, and then sent before Spring Security would write them. */
    private static HeaderWriterFilter browserRules() {
        HeaderWriterFilter filter = new HeaderWriterFilter(List.of(new XContentTypeOptionsHeaderWriter(),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN)));
        filter.setShouldWriteHeadersEagerly(true);
        return filter;
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}

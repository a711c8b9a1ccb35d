package org.passerelle.platform.security.signin;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import org.passerelle.platform.security.SecurityRecord;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.ui.accounts.LoginView;
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

@Configuration
class SecurityConfiguration {

    @Bean
    SecurityFilterChain screens(HttpSecurity http, SignedIn signedIn, AddressThrottle addresses,
                                SecurityRecord record) throws Exception {
        http.authorizeHttpRequests(requests -> requests
                // What is refused or not there is told as that: signing in would only lead back to it.
                .dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
                .requestMatchers("/theme/**", "/actuator/health", "/robots.txt").permitAll());
        http.addFilterAfter(new SessionRevocation(signedIn), SecurityContextHolderFilter.class);
        http.addFilterAfter(new BodyLimit(), SessionRevocation.class);
        http.addFilterBefore(new AddressLimit(addresses, () -> record.failed(SecurityRecord.Kind.ADDRESS_HELD_BACK, null)),
                UsernamePasswordAuthenticationFilter.class);
        http.with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView(LoginView.class)
                // An address that no screen has is told by a page of ours, not by an empty refusal.
                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated));
        http.formLogin(form -> form.failureHandler((request, response, failure) -> response.sendRedirect(
                request.getContextPath() + "/" + LoginView.PATH + "?" + LoginView.ERROR
                        + (failure instanceof LockedException ? "=" + LoginView.RESTING : ""))));
        return http.build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}

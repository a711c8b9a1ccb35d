package org.passerelle.platform.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * A local account as the security framework carries it in the session.
 *
 * @param enabled      false while the account rests
 * @param passwordOnce whether somebody else had given the password
 * @param moment       when it signed in, as {@link SignedIn} counts
 * @param signIn       tells this sign-in from others of the same account
 * @param language     what the account asks for, or null
 */
public record SignedInAccount(CurrentUser user, String username, String hash, boolean enabled, boolean passwordOnce,
                              long moment, UUID signIn, Locale language) implements UserDetails {

    public SignedInAccount(CurrentUser user, String username, String hash, boolean enabled, boolean passwordOnce, long moment,
                           Locale language) {
        this(user, username, hash, enabled, passwordOnce, moment, UUID.randomUUID(), language);
    }

    /** Of somebody who has chosen their password, and for as long as the account is open. */
    public SignedInAccount(CurrentUser user, String username, String hash, boolean enabled) {
        this(user, username, hash, enabled, false, Long.MAX_VALUE, null);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return Arrays.stream(Role.values()).filter(user::has)
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name())).toList();
    }

    @Override
    public String getPassword() {
        return hash;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public boolean isAccountNonLocked() {
        return enabled;
    }

    @Override
    public String toString() {
        return "account " + user.accountId();
    }
}

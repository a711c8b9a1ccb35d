package org.passerelle.platform.security.accounts;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.DynamicUpdate;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.people.Contact;
import org.passerelle.platform.people.Duties;
import org.passerelle.platform.people.HeldDuty;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;

/**
 * A local account: how a person signs in where no identity provider is connected. What is written of it is what changed:
 * sign-ins are counted beside ({@link LocalAccounts}).
 */
@Entity
@DynamicUpdate
@Table(name = "account")
public class Account {

    /** After this many sign-ins in a row without the right password the account rests. */
    public static final int ATTEMPTS = 5;
    static final Duration REST = Duration.ofMinutes(5);

    @Id
    private UUID id;
    @Column(unique = true)
    private String username;
    private String passwordHash;
    private String displayName;
    @Enumerated(EnumType.STRING)
    private Role role;
    private UUID patron;
    private boolean passwordOnce;
    private int failedAttempts;
    private Instant restsUntil;
    private boolean closed;
    private String email;
    private String phone;
    private String locale;
    private boolean prefersPhone;
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_branch", joinColumns = @JoinColumn(name = "account"))
    @Column(name = "branch")
    private Set<UUID> branches = new HashSet<>();

    /** Written by {@link Duties} alone. */
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_duty", joinColumns = @JoinColumn(name = "account"))
    @Column(name = "held")
    private Set<String> duties = new HashSet<>();

    protected Account() {
    }

    public Account(String username, String passwordHash, String displayName, Role role, UUID patron,
                   Set<UUID> branches) {
        this.id = UUID.randomUUID();
        this.username = username;
        this.passwordHash = passwordHash;
        this.displayName = displayName;
        this.role = role;
        this.patron = patron;
        this.branches.addAll(branches);
    }

    public UUID id() {
        return id;
    }

    public String username() {
        return username;
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean isPasswordOnce() {
        return passwordOnce;
    }

    /** A password that serves until its owner has chosen another; it also ends a rest. */
    void givePasswordOnce(String hash) {
        passwordHash = hash;
        passwordOnce = true;
        failedAttempts = 0;
        restsUntil = null;
    }

    void choosePassword(String hash) {
        passwordHash = hash;
        passwordOnce = false;
    }

    public String displayName() {
        return displayName;
    }

    public Role role() {
        return role;
    }

    void rename(String newUsername) {
        username = newUsername;
    }

    public Set<UUID> branches() {
        return Set.copyOf(branches);
    }

    public void workFor(Set<UUID> newBranches) {
        branches.clear();
        branches.addAll(newBranches);
    }

    public Contact contact() {
        return new Contact(email, phone, locale == null ? null : Locale.forLanguageTag(locale), prefersPhone);
    }

    public void reachBy(Contact contact) {
        email = contact.email();
        phone = contact.phone();
        locale = contact.locale() == null ? null : Messages.supported(contact.locale()).getLanguage();
        prefersPhone = contact.prefersPhone();
    }

    /** Nobody signs in with it. */
    public boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
    }

    void reopen() {
        closed = false;
    }

    public CurrentUser asCurrentUser() {
        return new CurrentUser(id, displayName, role, branches(), patron,
                duties.stream().map(HeldDuty::of).collect(Collectors.toUnmodifiableSet()));
    }
}

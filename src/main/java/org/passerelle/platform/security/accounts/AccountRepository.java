package org.passerelle.platform.security.accounts;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.platform.security.Role;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

public interface AccountRepository extends JpaRepository<Account, UUID> {

    Optional<Account> findByUsernameIgnoreCase(String username);

    /** Who gives and who chooses a password wait for each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.id = :id")
    Optional<Account> lockById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.patron = :patron")
    Optional<Account> lockByPatron(UUID patron);

    Optional<Account> findByPatron(UUID patron);

    List<Account> findByRoleInAndClosedFalseOrderByDisplayName(List<Role> roles);
}

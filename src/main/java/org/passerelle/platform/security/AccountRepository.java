package org.passerelle.platform.security;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

public interface AccountRepository extends JpaRepository<Account, UUID> {

    Optional<Account> findByUsernameIgnoreCase(String username);

    boolean existsByPatron(UUID patron);

    List<Account> findByPatron(UUID patron);

    List<Account> findByRoleInOrderByDisplayName(List<Role> roles);
}

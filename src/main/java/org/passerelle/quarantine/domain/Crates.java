package org.passerelle.quarantine.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

public interface Crates extends JpaRepository<Crate, UUID> {

    Optional<Crate> findByCode(String code);

    List<Crate> findByState(CrateState state);
}

package org.passerelle.quarantine.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface ReleaseRequests extends JpaRepository<ReleaseRequest, UUID> {

    /** To lock its crate before the request itself is read: what was read earlier may have been decided meanwhile. */
    @Query("select r.crate from ReleaseRequest r where r.id = ?1")
    Optional<UUID> crateOf(UUID id);

    List<ReleaseRequest> findByCrateAndState(UUID crate, ReleaseRequest.State state);
}

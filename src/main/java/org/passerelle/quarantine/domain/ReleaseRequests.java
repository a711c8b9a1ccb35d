package org.passerelle.quarantine.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

public interface ReleaseRequests extends JpaRepository<ReleaseRequest, UUID> {

    List<ReleaseRequest> findByCrateAndState(UUID crate, ReleaseRequest.State state);
}

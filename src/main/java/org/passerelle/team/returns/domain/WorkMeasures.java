package org.passerelle.team.returns.domain;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

public interface WorkMeasures extends JpaRepository<WorkMeasure, UUID> {

    /** In the order of their kinds' names. */
    List<WorkMeasure> findByWorkReturnOrderByKindAscIdAsc(UUID workReturn);

    List<WorkMeasure> findByAgentAndState(UUID agent, WorkMeasure.State state);

    List<WorkMeasure> findByWorkReturnIn(Collection<UUID> returns);
}

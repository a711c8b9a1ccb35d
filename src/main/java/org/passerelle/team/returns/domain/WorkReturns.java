package org.passerelle.team.returns.domain;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

public interface WorkReturns extends JpaRepository<WorkReturn, UUID> {

    /** Whatever changes a return waits for whoever does so already. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from WorkReturn r where r.id = :id")
    Optional<WorkReturn> lockById(UUID id);

    Optional<WorkReturn> findByAgentAndOutcomeIsNull(UUID agent);

    List<WorkReturn> findByAgentInAndOutcomeIsNull(Collection<UUID> agents);

    List<WorkReturn> findByOutcomeIsNullAndPreparationIn(Collection<Preparation> preparations);

    /** In a team, and with something that a manager does or will do. */
    @Query("select r from WorkReturn r where r.team is not null and (r.outcome is null or exists (select m from WorkMeasure m "
            + "where m.workReturn = r.id and m.state <> org.passerelle.team.returns.domain.WorkMeasure$State.OVER)) order by r.id")
    List<WorkReturn> withMeasuresOrOpen();

    /** The latest first. */
    List<WorkReturn> findByAgentOrderByAnnouncedAtDesc(UUID agent);
}

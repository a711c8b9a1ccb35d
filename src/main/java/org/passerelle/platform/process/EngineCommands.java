package org.passerelle.platform.process;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * How a command is given to the engine: rows of the same transaction are flushed before it, so that a constraint fails
 * before the engine has moved, and who has lost a race is told so in one way.
 */
@Component
public class EngineCommands {

    /** PostgreSQL's code: it has ended one of two transactions that waited for each other. */
    private static final String DEADLOCK = "40P01";

    private final EntityManager rows;

    EngineCommands(EntityManager rows) {
        this.rows = rows;
    }

    /** @throws OptimisticLockingFailureException when somebody else has just moved the same */
    public <T> T run(Supplier<T> command) {
        try {
            rows.flush();
            return command.get();
        } catch (OptimisticLockException lost) {
            throw new OptimisticLockingFailureException("a row has just been changed by somebody else", lost);
        } catch (OptimisticLockingException | TaskAlreadyClaimedException lost) {
            throw new OptimisticLockingFailureException("the case has just moved on", lost);
        } catch (ProcessEngineException failed) {
            if (isDeadlock(failed)) {
                throw new OptimisticLockingFailureException("somebody else was moving the same cases", failed);
            }
            throw failed;
        }
    }

    private static boolean isDeadlock(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && DEADLOCK.equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}

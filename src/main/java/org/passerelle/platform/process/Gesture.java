package org.passerelle.platform.process;

import jakarta.persistence.PessimisticLockException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person's click calls: one transaction for rows and engine, tried once more, whole, when somebody else's
 * gesture on the same case got there first, or the two waited for each other.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Transactional
@Retryable(includes = {OptimisticLockingFailureException.class, PessimisticLockingFailureException.class,
        PessimisticLockException.class}, maxRetries = 1, delay = 20)
public @interface Gesture {
}

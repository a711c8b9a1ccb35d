package org.passerelle.platform.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person's click calls: one transaction for rows and engine, tried once more, whole, when somebody else's
 * gesture on the same case got there first.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Transactional
@Retryable(includes = {OptimisticLockingFailureException.class, CannotAcquireLockException.class}, maxRetries = 1,
        delay = 20)
public @interface Gesture {
}

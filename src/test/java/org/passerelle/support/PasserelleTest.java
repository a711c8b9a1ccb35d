package org.passerelle.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.passerelle.PasserelleApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole product on a real PostgreSQL, emptied before each test, with jobs run by hand and the clock set to
 * {@link FreshState#START}. All such tests share one context, so one runs after the other: add beans to {@link TestBeans}, not to a test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = PasserelleApplication.class)
@ActiveProfiles("test")
@Import(TestBeans.class)
@Execution(ExecutionMode.SAME_THREAD)
@ExtendWith(FreshState.class)
public @interface PasserelleTest {
}

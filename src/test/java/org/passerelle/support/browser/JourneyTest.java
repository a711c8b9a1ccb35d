package org.passerelle.support.browser;

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
 * The whole product on a port of its own, jobs running by themselves, used through a real browser: a test method asks
 * for a {@link Browser}. All journeys share one context and one database that is never emptied, so each makes the
 * people and things it needs under names of its own. Name the class {@code …Journey}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = PasserelleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"passerelle.jobs.active=true", "vaadin.devmode.dev-tools.enabled=false"})
@ActiveProfiles("test")
@Import(JourneyBeans.class)
@Execution(ExecutionMode.SAME_THREAD)
@ExtendWith(BrowserExtension.class)
public @interface JourneyTest {
}

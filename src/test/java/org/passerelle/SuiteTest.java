package org.passerelle;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.commons.support.AnnotationSupport;
import org.passerelle.planted.PlantedTest;
import org.passerelle.support.Today;

/** What every test keeps to, so that the suite ends, whatever hangs, and says the same on any day. */
class SuiteTest {

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .withImportOption(location -> !location.contains("/planted/")).importPackages("org.passerelle");
    private static final JavaClasses PLANTED = new ClassFileImporter().importClasses(PlantedTest.class);

    /** These wait for as long as it takes; each has a sister with a limit. */
    private static final Set<Class<?>> WAITERS = Set.of(CountDownLatch.class, CyclicBarrier.class, Process.class,
            Future.class, Thread.class, Semaphore.class, BlockingQueue.class);

    private static final ArchRule LIMITED = noClasses().should().callMethodWhere(waitsWithoutALimit())
            .as("nothing waits without a limit");
    private static final ArchRule TIMELESS = noClasses().that().doNotHaveFullyQualifiedName(Today.class.getName())
            .should().callMethodWhere(target(nameMatching("now|currentTimeMillis"))
                    .and(target(owner(describe("the machine's clock", type -> type.getPackageName().equals("java.time")
                            || type.isEquivalentTo(System.class))))))
            .orShould().callConstructor(Date.class)
            .as("the product's clock tells tests the time");

    @Test
    void noTestWaitsWithoutALimit() {
        LIMITED.check(TESTS);
        assertThat(LIMITED.evaluate(PLANTED).getFailureReport().getDetails()).anyMatch(told -> told.contains("await()"))
                .anyMatch(told -> told.contains("close()"));
    }

    @Test
    void noTestAsksTheMachineForTheDay() {
        TIMELESS.check(TESTS);
        assertThat(TIMELESS.evaluate(PLANTED).getFailureReport().getDetails()).anyMatch(told -> told.contains("now()"))
                .anyMatch(told -> told.contains("Date.<init>()"));
    }

    @Test
    @EnabledIfSystemProperty(named = "passerelle.today", matches = ".+")
    void everyClockBelievesTheDayTheSuiteIsTold() {
        Instant told = Instant.parse(System.getProperty("passerelle.today"));

        assertThat(Today.clocks()).allSatisfy(clock -> assertThat(clock).isBetween(told, told.plusSeconds(7200)));
    }

    /** Beside another class they would hear what that one makes the product say. */
    @Test
    void whoeverHearsWhatIsPrintedRunsBesideNobody() {
        assertThat(capturing(TESTS)).isNotEmpty().allSatisfy(type -> assertThat(runsAlone(type)).as(type.getName()).isTrue());
        assertThat(capturing(PLANTED)).isNotEmpty().noneMatch(SuiteTest::runsAlone);
    }

    private static List<Class<?>> capturing(JavaClasses types) {
        return types.stream().filter(type -> type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> dependency.getTargetClass().getSimpleName().equals("OutputCaptureExtension")))
                .<Class<?>>map(JavaClass::reflect).toList();
    }

    private static boolean runsAlone(Class<?> type) {
        return AnnotationSupport.isAnnotated(type, Isolated.class);
    }

    private static DescribedPredicate<JavaCall<?>> waitsWithoutALimit() {
        return describe("a wait without a limit", call -> {
            String name = call.getTarget().getName();
            JavaClass of = call.getTargetOwner();
            int arguments = call.getTarget().getRawParameterTypes().size();
            return arguments == 0 && Set.of("await", "waitFor", "join", "get", "acquire", "take").contains(name)
                    && WAITERS.stream().anyMatch(of::isAssignableTo)
                    // At the end of a try, it waits for whoever still works.
                    || of.isAssignableTo(ExecutorService.class)
                    && (arguments == 0 && name.equals("close") || arguments == 1 && name.equals("invokeAll"));
        });
    }
}

package org.passerelle;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.Buttons;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who may know whom. Every rule is checked twice: nothing in the product breaks it, and it refuses what
 * {@code org.passerelle.planted} breaks on purpose.
 */
class ModularityTests {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.passerelle");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("org.passerelle.planted");

    private static final DescribedPredicate<JavaClass> OURS = resideInAPackage("org.passerelle..")
            .and(DescribedPredicate.not(resideInAPackage("org.passerelle.platform..")));
    private static final List<String> INSIDE = List.of("domain", "process", "service", "delegate", "ui");

    /** Each rule, with what it must say about the planted classes. */
    private static final Map<ArchRule, String> RULES = rules();

    @TestFactory
    Stream<DynamicTest> theProductKeepsEachRule() {
        return RULES.keySet().stream().map(rule -> DynamicTest.dynamicTest(rule.getDescription(),
                () -> rule.check(PRODUCT)));
    }

    @TestFactory
    Stream<DynamicTest> eachRuleRefusesItsPlantedViolation() {
        return RULES.entrySet().stream().map(rule -> DynamicTest.dynamicTest(rule.getKey().getDescription(),
                () -> assertThatThrownBy(() -> rule.getKey().check(PLANTED)).isInstanceOf(AssertionError.class)
                        .hasMessageContaining(rule.getValue())));
    }

    @Test
    void modulesMeetInTheirRootsOnlyAndWithoutCycles() {
        ApplicationModules.of(PasserelleApplication.class).verify();
    }

    @Test
    void theModuleRuleRefusesItsPlantedViolation() throws ClassNotFoundException {
        ApplicationModules planted = ApplicationModules.of(Class.forName("org.passerelle.planted.PlantedModules"),
                location -> true);
        assertThatThrownBy(planted::verify).hasMessageContaining("PlantedFlow")
                .hasMessageContaining("Module 'loner' depends on module 'inbox'");
    }

    @Test
    void everyModuleSaysWhomItMayKnow() {
        assertThat(ApplicationModules.of(PasserelleApplication.class).stream()
                .filter(module -> !module.getIdentifier().toString().equals("platform")))
                .allSatisfy(module -> assertThat(module.getBasePackage().getAnnotation(ApplicationModule.class)
                        .map(ApplicationModule::allowedDependencies)).as(module.getDisplayName())
                        .hasValueSatisfying(known -> assertThat(known).doesNotContain(ApplicationModule.OPEN_TOKEN)));
    }

    @Test
    void theRulesLookAtEachPartThereIs() {
        assertThat(INSIDE).allSatisfy(part -> assertThat(PRODUCT.stream()
                .filter(type -> type.getPackageName().matches("org\\.passerelle\\.(?!platform)\\w+\\." + part + "(\\..*)?")))
                .as("classes in " + part).isNotEmpty());
    }

    private static Map<ArchRule, String> rules() {
        Map<ArchRule, String> rules = new LinkedHashMap<>();
        rules.put(noClasses().that().resideOutsideOfPackages("org.passerelle.platform.process..",
                        "org.passerelle.platform.policy..").should().dependOnClassesThat(services())
                .as("only the doors to processes and policies use the engine's services"), "usesTheEngine");
        rules.put(noClasses().that().resideOutsideOfPackages("org.passerelle.platform.process..",
                        "org.passerelle.platform.policy..", "..delegate..").should().dependOnClassesThat().resideInAPackage("org.camunda..")
                .as("engine types appear in those doors and in delegates only"), "usesEngineTypes");
        rules.put(noClasses().that(OURS.and(root())).should().dependOnClassesThat(OURS.and(inside(0)))
                .as("a module's root knows nothing inside it"), "rootKnowsDomain");
        rules.put(layer("domain", 1, "the domain knows no process, service, delegate or view"), "domainKnowsProcess");
        rules.put(layer("process", 2, "a process class knows no service, delegate or view"), "processKnowsService");
        rules.put(layer("service", 3, "a service knows no delegate or view"), "serviceKnowsView");
        rules.put(layer("delegate", 4, "a delegate knows no view"), "delegateKnowsView");
        rules.put(noClasses().that(OURS).and().resideInAPackage("..ui..")
                .should().dependOnClassesThat(OURS.and(resideInAPackage("..delegate..")))
                .as("a view knows no delegate"), "viewKnowsDelegate");
        upwards().forEach(rules::put);
        rules.put(noClasses().that().resideInAPackage("..quarantine..")
                .and().resideOutsideOfPackages("..quarantine.returns..", "..quarantine.copies..")
                .should().dependOnClassesThat().resideInAnyPackage("..quarantine.returns..", "..quarantine.copies..")
                .as("crates know neither the returns desk nor the page of a copy"), "crateKnowsTheReturnsDesk");
        rules.put(noClasses().that().resideInAPackage("..quarantine..")
                .and().resideOutsideOfPackages("..quarantine.room..", "..quarantine.returns..", "..quarantine.copies..")
                .should().dependOnClassesThat().resideInAPackage("..quarantine.room..")
                .as("a crate does not know the room it stands in"), "crateKnowsItsRoom");
        rules.put(noClasses().that().resideInAPackage("..catalogue.domain.marc")
                .should().dependOnClassesThat().resideInAPackage("..catalogue.domain.marc.file..")
                .as("what a record says does not depend on the file it comes in"), "recordKnowsItsFile");
        rules.put(noClasses().that().resideInAPackage("..team.members..")
                .should().dependOnClassesThat().resideInAPackage("..team.returns..")
                .as("who is in a team knows nothing of returns to work"), "memberKnowsTheReturn");
        rules.put(noClasses().that().resideInAPackage("org.passerelle..").and().resideOutsideOfPackage("..standalone..")
                .should().dependOnClassesThat().resideInAPackage("..standalone..")
                .as("nobody uses the database of a bare machine but itself"), "knowsTheOwnDatabase");
        observer(rules, "inbox", "knowsTheInbox");
        observer(rules, "operations", "knowsOperations");
        observer(rules, "dashboard", "knowsTheDashboard");
        observer(rules, "trial", "knowsTheTrial");
        rules.put(noClasses().that().areAssignableTo(Component.class).should().dependOnClassesThat(
                assignableTo(Repository.class).or(assignableTo(JdbcClient.class)).or(assignableTo(JdbcOperations.class))
                        .or(assignableTo(EntityManager.class)))
                .as("views ask services, not tables"), "usesARepository");
        rules.put(noClasses().that().resideOutsideOfPackage("org.passerelle.platform.security..")
                .should().dependOnClassesThat().areAssignableTo(SecurityContextHolder.class)
                .as("one place knows who is signed in"), "readsTheSecurityContext");
        rules.put(noClasses().that().resideInAPackage("..platform.security")
                .should().dependOnClassesThat().resideInAPackage("..platform.security.accounts..")
                .as("who is signed in is known without the accounts"), "signedInKnowsAccounts");
        rules.put(noClasses().that().doNotHaveFullyQualifiedName(Buttons.class.getName())
                .should().callMethod(Button.class, "setDisableOnClick", boolean.class)
                .as("one kind of button rests on a click, and it can be pressed again"), "staysDisabled");
        rules.put(noClasses().should(ACCESS_STANDARD_STREAMS)
                .as("nothing speaks to the console"), "speaksToTheConsole");
        rules.put(noClasses().should().callMethod(Thread.class, "sleep", long.class)
                .orShould().callMethod(Thread.class, "sleep", Duration.class)
                .as("nothing sleeps"), "sleeps");
        rules.put(noClasses().that().doNotHaveFullyQualifiedName(AppClock.class.getName())
                .should().callMethodWhere(target(nameMatching("now|currentTimeMillis"))
                        .and(target(owner(resideInAPackage("java.time..").or(equivalentTo(System.class))))))
                .as("one clock tells the time"), "readsTheSystemClock");
        return rules;
    }

    private static ArchRule layer(String part, int above, String sentence) {
        return noClasses().that(OURS).and().resideInAPackage(".." + part + "..")
                .should().dependOnClassesThat(OURS.and(inside(above))).as(sentence);
    }

    private static Map<ArchRule, String> upwards() {
        Map<ArchRule, String> rules = new LinkedHashMap<>();
        FloorsOfCirculation.parts().forEach(part -> rules.put(noClasses().that().resideInAPackage("..circulation." + part + "..")
                .should().dependOnClassesThat().resideInAnyPackage(FloorsOfCirculation.parts()
                        .filter(other -> !FloorsOfCirculation.mayKnow(part, other)).map(other -> "..circulation." + other + "..")
                        .toArray(String[]::new))
                .as("circulation's " + part + " knows only what stands before it"), part + "KnowsUp"));
        return rules;
    }

    private static void observer(Map<ArchRule, String> rules, String module, String planted) {
        rules.put(noClasses().that().resideOutsideOfPackage(".." + module + "..")
                .should().dependOnClassesThat().resideInAnyPackage("org.passerelle." + module + "..",
                        "org.passerelle.planted." + module + "..").as("nothing depends on " + module), planted);
    }

    private static DescribedPredicate<JavaClass> services() {
        return DescribedPredicate.describe("engine services", type -> type.getPackageName().equals("org.camunda.bpm.engine")
                && (type.getSimpleName().endsWith("Service") || type.getSimpleName().equals("ProcessEngine")));
    }

    private static DescribedPredicate<JavaClass> root() {
        return DescribedPredicate.describe("root of a module",
                type -> type.getPackageName().matches("org\\.passerelle\\.(planted\\.)?\\w+"));
    }

    private static DescribedPredicate<JavaClass> inside(int from) {
        return resideInAnyPackage(INSIDE.subList(from, INSIDE.size()).stream().map(part -> ".." + part + "..")
                .toArray(String[]::new));
    }
}

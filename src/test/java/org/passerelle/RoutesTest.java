package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedInAccount;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Who may open which page: a new page is for staff only, until it is named here. */
class RoutesTest {

    private static final Set<String> FOR_EVERYBODY = Set.of("LoginView", "HomeView", "PickupView", "BasketView",
            "CatalogueView", "TitleView", "WaitView", "EmailView");
    private static final Set<String> FOR_ANYBODY_SIGNED_IN = Set.of("AccountView", "BasketSignInView");
    private static final Set<String> FOR_PATRONS = Set.of("MyReservationsView", "ContactView");
    private static final Set<String> FOR_ADMINISTRATORS = Set.of("SecurityView", "KeptDataView");
    /** Of staff, for managers and administrators alone. */
    private static final Set<String> FOR_MANAGERS = Set.of("StaffView", "BranchesView", "SlotSettingsView",
            "PolicyView", "IncidentsView", "ImportView", "ImportReportView", "TeamImportView");
    private static final Principal SOMEBODY = () -> "somebody";

    private final AccessAnnotationChecker access = new AccessAnnotationChecker();

    static Stream<Class<?>> routes() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return scan.findCandidateComponents("org.passerelle").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .filter(view -> !view.getProtectionDomain().getCodeSource().getLocation().getPath()
                        .endsWith("/test-classes/"));
    }

    static Stream<Class<?>> staffRoutes() {
        return routes().filter(view -> Stream.of(FOR_EVERYBODY, FOR_ANYBODY_SIGNED_IN, FOR_PATRONS)
                .noneMatch(names -> names.contains(view.getSimpleName())));
    }

    static Stream<Class<?>> managerRoutes() {
        return routes().filter(view -> FOR_MANAGERS.contains(view.getSimpleName()));
    }

    static Stream<Class<?>> agentRoutes() {
        return staffRoutes().filter(view -> Stream.of(FOR_MANAGERS, FOR_ADMINISTRATORS)
                .noneMatch(names -> names.contains(view.getSimpleName())));
    }

    static Stream<Class<?>> administratorRoutes() {
        return routes().filter(view -> FOR_ADMINISTRATORS.contains(view.getSimpleName()));
    }

    static Stream<Class<?>> patronRoutes() {
        return routes().filter(view -> FOR_PATRONS.contains(view.getSimpleName()));
    }

    static Stream<Class<?>> signedInRoutes() {
        return routes().filter(view -> !FOR_EVERYBODY.contains(view.getSimpleName()));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everyPageSaysWhoMayOpenIt(Class<?> view) {
        assertThat(Stream.of(AnonymousAllowed.class, PermitAll.class, RolesAllowed.class, DenyAll.class)
                .filter(view::isAnnotationPresent)).as(view.getName()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("staffRoutes")
    void noPageOfTheStaffOpensForAPatron(Class<?> view) {
        assertThat(access.hasAccess(view, SOMEBODY, "PATRON"::equals)).isFalse();
    }

    /** Who signs in has the roles that are theirs: see {@link CurrentUser#has}. */
    @ParameterizedTest
    @MethodSource("managerRoutes")
    void noPageOfTheManagersOpensForAnAgent(Class<?> view) {
        assertThat(opensFor(Role.AGENT, view)).isFalse();
        assertThat(opensFor(Role.MANAGER, view)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("administratorRoutes")
    void noPageOfTheAdministratorsOpensForAManager(Class<?> view) {
        assertThat(opensFor(Role.MANAGER, view)).isFalse();
        assertThat(opensFor(Role.ADMIN, view)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("agentRoutes")
    void everyOtherPageOfTheStaffOpensForAgentsAndManagers(Class<?> view) {
        assertThat(opensFor(Role.AGENT, view)).isTrue();
        assertThat(opensFor(Role.MANAGER, view)).isTrue();
    }

    private boolean opensFor(Role role, Class<?> view) {
        CurrentUser user = new CurrentUser(UUID.randomUUID(), "somebody", role, Set.of(), null);
        Set<String> roles = new SignedInAccount(user, "somebody", "", true).getAuthorities().stream()
                .map(authority -> authority.getAuthority().replace("ROLE_", "")).collect(Collectors.toSet());
        return access.hasAccess(view, SOMEBODY, roles::contains);
    }

    @ParameterizedTest
    @MethodSource("signedInRoutes")
    void noPageButThePublicOnesOpensForWhoeverIsNotSignedIn(Class<?> view) {
        assertThat(access.hasAccess(view, null, role -> false)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("patronRoutes")
    void noPageOfThePatronsOpensForStaff(Class<?> view) {
        assertThat(access.hasAccess(view, SOMEBODY, Set.of("AGENT", "MANAGER", "ADMIN")::contains)).isFalse();
    }
}

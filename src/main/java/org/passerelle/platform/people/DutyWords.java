package org.passerelle.platform.people;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.security.accounts.Staff.Workplace;

/** A duty and for whom it is held, in words. */
public record DutyWords(Messages messages, List<Workplace> branches, Map<UUID, String> teams) {

    public String of(HeldDuty held, Locale locale) {
        return messages.text(locale, "duty.held", messages.text(locale, held.duty().messageKey()), scope(held.scope(), locale));
    }

    /** For whom a duty may be held: the network first, then each branch and each team. */
    public List<DutyScope> scopes() {
        return Stream.of(Stream.of(DutyScope.of(null)), branches.stream().map(Workplace::id).map(DutyScope::of),
                teams.keySet().stream().map(DutyScope::ofTeam)).flatMap(Function.identity()).toList();
    }

    /** For whom nobody holds a duty. */
    public String of(DutyGap gap, Locale locale) {
        return messages.text(locale, "duty.held", messages.text(locale, gap.duty().messageKey()), people(gap.where(), locale));
    }

    public String of(Collection<DutyGap> gaps, Locale locale) {
        return gaps.stream().map(gap -> of(gap, locale)).collect(Collectors.joining(", "));
    }

    private String people(WorkSite where, Locale locale) {
        if (where.team() == null) {
            return scope(DutyScope.of(where.branch()), locale);
        }
        String team = scope(DutyScope.ofTeam(where.team()), locale);
        return where.branch() == null ? team : messages.text(locale, "duty.teamAt", team, scope(DutyScope.of(where.branch()), locale));
    }

    public String scope(DutyScope scope, Locale locale) {
        if (scope.team() != null) {
            return messages.text(locale, "duty.team", teams.getOrDefault(scope.team(), "?"));
        }
        return branches.stream().filter(branch -> branch.id().equals(scope.branch())).map(Workplace::name).findFirst()
                .orElseGet(() -> messages.text(locale, "duty.network"));
    }
}

package org.passerelle.circulation.reservations.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.passerelle.circulation.reservations.domain.PickupLimits;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.patrons.domain.PatronCategory;
import org.passerelle.platform.policy.DecisionTables;
import org.passerelle.platform.policy.PolicyShape;
import org.passerelle.platform.policy.PolicyShape.Input;
import org.passerelle.platform.policy.PolicyShape.Output;
import org.passerelle.platform.policy.PolicyTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What other limits would mean for patrons: what was accepted stands, what they ask for next is judged anew. */
@Component
class LimitsTable implements PolicyTable {

    private static final PolicyShape SHAPE = new PolicyShape(ReservationLimits.TABLE,
            List.of(new Input("category", Stream.of(PatronCategory.values()).map(Enum::name).toList()),
                    Input.flag("blocked")),
            List.of(Output.flag("mayReserve"), Output.number("maxDocuments", 0, 500),
                    Output.number("maxOpenReservations", 0, 100), Output.number("loanDays", 1, 365),
                    Output.flag("sameTitleAgain").whereUnsaid(ReservationLimits.SAME_TITLE_UNSAID)),
            List.of());

    private static final List<String> PEOPLE_COLUMNS = List.of("policy.limits.person", "policy.limits.category",
            "policy.limits.documents", "policy.limits.reservations");

    private final JdbcClient jdbc;
    private final DecisionTables tables;

    LimitsTable(JdbcClient jdbc, DecisionTables tables) {
        this.jdbc = jdbc;
        this.tables = tables;
    }

    @Override
    public PolicyShape shape() {
        return SHAPE;
    }

    /** What it grants such a patron at this moment, read without a trace in the history. */
    PickupLimits now(Patron patron) {
        return limits(tables.answers(SHAPE, tables.newest(SHAPE.key())), patron.category(), patron.blocked());
    }

    @Override
    public Impact impact(Answers proposed, Predicate<UUID> follows) {
        Answers now = tables.answers(SHAPE, tables.newest(SHAPE.key()));
        List<Busy> people = busy();
        List<Remark> remarks = new ArrayList<>();
        List<Listing> listings = new ArrayList<>();
        List<Busy> over = people.stream().filter(person -> !person.blocked() && person.isOver(limits(proposed, person))).toList();
        if (!over.isEmpty()) {
            listings.add(Listing.of("policy.limits.over", PEOPLE_COLUMNS,
                    over.stream().map(person -> row(person, limits(proposed, person))).toList()));
        }
        remarks.addAll(otherLoans(people, now, proposed));
        remarks.add(new Remark("policy.limits.next"));
        return new Impact(List.of(), remarks, listings);
    }

    /** Who has something asked for and not yet handed over, as {@link ReservationLimits#check} counts it. */
    private List<Busy> busy() {
        return jdbc.sql("""
                        select trim(p.first_name || ' ' || p.last_name) as name, p.category, p.blocked,
                               count(distinct r.id) as reservations,
                               count(l.id) filter (where l.state <> 'MISSING') as documents,
                               count(distinct r.id) filter (where r.documents in ('TO_PICK', 'TO_BAG')) as not_bagged
                        from app.reservation r join app.patron p on p.id = r.patron
                        left join app.reservation_line l on l.reservation = r.id
                        where r.outcome is null group by p.id
                        order by p.last_name collate "und-x-icu", p.first_name collate "und-x-icu", p.id""")
                .query(Busy.class).list();
    }

    private static PickupLimits limits(Answers answers, Busy person) {
        return limits(answers, person.category(), person.blocked());
    }

    private static PickupLimits limits(Answers answers, PatronCategory category, boolean blocked) {
        return ReservationLimits.read(answers.to(Map.of("category", category.name(), "blocked", blocked)));
    }

    private static List<Object> row(Busy person, PickupLimits granted) {
        return List.of(person.name(), new Remark("policy.limits.category." + person.category()),
                new Remark("policy.limits.ofMost", person.documents(), granted.maxDocuments()),
                new Remark("policy.limits.ofMost", person.reservations(), granted.maxOpenReservations()));
    }

    /** What is not in its bag yet will be lent for as long as the table says by then. */
    private static List<Remark> otherLoans(List<Busy> people, Answers now, Answers proposed) {
        Map<List<Integer>, Integer> reservations = new TreeMap<>(Comparator.comparing(List::toString));
        for (Busy person : people) {
            List<Integer> days = List.of(limits(now, person).loanDays(), limits(proposed, person).loanDays());
            if (person.notBagged() > 0 && !days.getFirst().equals(days.getLast())) {
                reservations.merge(days, person.notBagged(), Integer::sum);
            }
        }
        return reservations.entrySet().stream().map(each -> new Remark("policy.limits.loanDays", each.getValue(),
                each.getKey().getFirst(), each.getKey().getLast())).toList();
    }

    /** Each reservation was accepted under the limits of its day; nothing of it is taken away. */
    @Override
    public int apply(Set<UUID> cases) {
        return 0;
    }

    /** @param notBagged reservations of which the loans are not prepared yet */
    private record Busy(String name, PatronCategory category, boolean blocked, int reservations, int documents,
                        int notBagged) {

        boolean isOver(PickupLimits granted) {
            return !granted.mayReserve() || documents > granted.maxDocuments() || reservations > granted.maxOpenReservations();
        }
    }
}

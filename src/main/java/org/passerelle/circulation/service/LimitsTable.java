package org.passerelle.circulation.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.circulation.domain.PatronCategory;
import org.passerelle.platform.process.PolicyShape;
import org.passerelle.platform.process.PolicyShape.Input;
import org.passerelle.platform.process.PolicyShape.Output;
import org.passerelle.platform.process.PolicyTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What other limits would mean for patrons: what was accepted stands, what they ask for next is judged anew. */
@Component
class LimitsTable implements PolicyTable {

    private static final PolicyShape SHAPE = new PolicyShape(ReservationLimits.TABLE,
            List.of(new Input("category", Stream.of(PatronCategory.values()).map(Enum::name).toList()),
                    Input.flag("blocked")),
            List.of(Output.flag("mayReserve"), Output.number("maxDocuments", 0, 500),
                    Output.number("maxOpenReservations", 0, 100), Output.number("loanDays", 1, 365)),
            List.of());

    private final JdbcClient jdbc;

    LimitsTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public PolicyShape shape() {
        return SHAPE;
    }

    @Override
    public Impact impact(Answers proposed) {
        List<Remark> remarks = new ArrayList<>();
        for (PatronCategory category : PatronCategory.values()) {
            Map<String, Object> row = proposed.to(Map.of("category", category.name(), "blocked", false));
            long over = jdbc.sql("""
                            select count(*) from (
                                select r.patron from app.reservation r join app.patron p on p.id = r.patron
                                join app.reservation_line l on l.reservation = r.id
                                where r.outcome is null and p.category = ? and not p.blocked
                                  and l.state not in ('MISSING', 'RELEASED', 'PUT_BACK')
                                group by r.patron
                                having count(*) > ? or count(distinct r.id) > ?) over_limit""")
                    .params(category.name(), row.get("maxDocuments"), row.get("maxOpenReservations"))
                    .query(Long.class).single();
            if (over > 0) {
                remarks.add(new Remark("policy.limits.over." + category, over));
            }
        }
        remarks.add(new Remark("policy.limits.next"));
        return new Impact(List.of(), remarks);
    }

    /** Each reservation was accepted under the limits of its day; nothing of it is taken away. */
    @Override
    public void apply(Set<UUID> cases) {
    }
}

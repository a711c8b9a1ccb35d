package org.passerelle.inbox.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.inbox.domain.InboxFilter.Chip;
import org.passerelle.inbox.domain.InboxFilter.Due;
import org.passerelle.inbox.domain.InboxLanes.Lane;
import org.passerelle.platform.security.CurrentUser;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one person asks of the table. Each list is put together from the beginnings of a few index ranges, each read in its
 * order and no further than is needed: that costs the same whatever the number of tasks.
 */
final class InboxQuery {

    /** Where the places of those end whom somebody waits for. */
    private static final String OUTSIDE = "('-infinity'::timestamp, timestamp '1500-01-01')";
    private static final String SAME = """
            date_trunc('%1$s', t.due at time zone coalesce(b.time_zone, 'UTC'))
                = date_trunc('%1$s', :now::timestamptz at time zone coalesce(b.time_zone, 'UTC'))""";
    /** From when to when that day, or week, lasts by the clock of each branch, and of what belongs to none. */
    private static final String SPAN = """
            %1$s as materialized (
                select site, time_zone, date_trunc('%1$s', here) at time zone time_zone as low,
                       (date_trunc('%1$s', here) + interval '1 %1$s') at time zone time_zone as high
                from (select site, time_zone, :now::timestamptz at time zone time_zone as here
                      from (select id as site, time_zone from app.branch
                            union all select '00000000-0000-0000-0000-000000000000', 'UTC') as sites) as clocks)""";

    /** Told as a pair, an end is not believed to be so near its beginning that all between them may as well be read first. */
    private static final String BETWEEN = "t.place >= r.low and (t.place, t.rank) < (r.high, '-2147483648'::int)";
    /**
     * By the clocks of several zones a day begins and ends at several instants: between the last beginning and the first end
     * it is that day for all, and only around them it matters where a task is.
     */
    private static final String RANGES = """
            cross join (select max(low) at time zone 'UTC', min(high) at time zone 'UTC' from %1$s) as e(begun, ends)
            cross join lateral (
                select e.begun, e.ends, null, null, null
                union all select v.low, v.high, z.time_zone, z.low, z.high
                from (select distinct time_zone, low, high from %1$s) as z cross join lateral (values
                    ('-infinity'::timestamp, timestamp '1500-01-01'), (z.low at time zone 'UTC', e.begun),
                    (e.ends, z.high at time zone 'UTC')) as v(low, high)) as r(low, high, time_zone, since, until)""";
    private static final String IN_RANGE = BETWEEN + """
             and (r.time_zone is null or t.due >= r.since and t.due < r.until
                                         and (t.site, r.time_zone) in (select site, time_zone from %1$s))""";

    private static final String TOLD_TO_FEW = "t.person is not null or t.for_duty";

    private final InboxFilter filter;
    private final CurrentUser user;
    private final Instant now;
    private final InboxWords words;
    private final Map<String, Object> params = new HashMap<>();

    InboxQuery(InboxFilter filter, CurrentUser user, Instant now, InboxWords words) {
        this.filter = filter;
        this.user = user;
        this.now = now;
        this.words = words;
    }

    /** What statements begin with that ask by these dates. */
    static String spans(List<Due> dues) {
        List<String> spans = dues.stream().filter(InboxQuery::isSpan).map(due -> SPAN.formatted(unit(due)))
                .toList();
        return spans.isEmpty() ? "" : "with " + String.join(",\n", spans) + "\n";
    }

    /** Id and place of the first rows, each part by itself in that order. @param beyond a condition on {@code t}, or "" */
    String rows(Chip chip, Due due, String beyond, String order, int limit) {
        return union(chip, due, "t.id, t.place, t.rank, t.created", beyond, " order by " + order + " limit " + limit);
    }

    /** A number that is exact up to that limit. */
    String count(Chip chip, Due due, int limit) {
        return "(select count(*) from (select 1 from (" + union(chip, due, "t.place", "", " order by t.place limit " + limit)
                + ") as parts limit " + limit + ") as counted)";
    }

    /** The same conditions on rows of {@code t} and {@code b} that are known already. */
    static String shown(Chip chip, Due due) {
        String free = "(t.assignee is null and " + InboxSql.MAY_ACT + ")";
        return "(" + switch (chip) {
            case WAITING -> "(t.assignee = :me or " + free + ")";
            case MINE -> "t.assignee = :me";
            case GROUP -> free;
            case ALL -> "true";
        } + " and " + exactly(due) + ")";
    }

    /** Branch and kind of the filter, of what exists for the person. */
    String narrowed() {
        return (filter.branch() == null ? "" : " and (t.branch = :branch or t.branch is null or t.assignee = :me or " + TOLD_TO_FEW + ")")
                + kind();
    }

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
        JdbcClient.StatementSpec bound = InboxSql.by(user, statement).param("now", InboxSql.at(now)).params(params)
                .param("branch", filter.branch())
                .param("kind", filter.kind() == null ? null : filter.kind().processKey() + " " + filter.kind().taskKey());
        for (int i = 0; i < words.typed().size(); i++) {
            bound = bound.param("word" + i, words.typed().get(i));
        }
        return bound;
    }

    private String union(Chip chip, Due due, String columns, String beyond, String limit) {
        InboxLanes lanes = InboxLanes.of(chip, user, filter.branch());
        List<String> parts = new ArrayList<>();
        lanes(parts, chip + "_roles", lanes.ofRoles(), due, columns, beyond, limit);
        lanes(parts, chip + "_duties", lanes.ofDuties(), due, columns, beyond + " and " + InboxSql.HOLDS, limit);
        String rest = kind() + " and " + exactly(due) + beyond + looked() + limit;
        if (chip != Chip.ALL && chip != Chip.GROUP) {
            parts.add(own(columns, "t.assignee = :me and " + InboxSql.EXISTS, rest));
        }
        if (chip == Chip.ALL && filter.branch() != null) {
            parts.add(own(columns, "t.assignee = :me and t.branch <> :branch and not (" + TOLD_TO_FEW + ")", rest));
        }
        if (chip != Chip.MINE) {
            parts.add(own(columns, "t.person = :me" + (chip == Chip.ALL ? "" : " and t.assignee is null"), rest));
        }
        return String.join("\nunion all ", parts);
    }

    private static String own(String columns, String whose, String rest) {
        return "(select " + columns + " from app.inbox_task t left join app.branch b on b.id = t.branch where " + whose + rest + ")";
    }

    private void lanes(List<String> parts, String name, List<Lane> lanes, Due due, String columns, String beyond, String limit) {
        wide(parts, name + "_wide", lanes.stream().filter(lane -> lane.site() == null).toList(), due, columns, beyond, limit);
        narrow(parts, name, lanes.stream().filter(lane -> lane.site() != null).toList(), due, columns, beyond, limit);
    }

    private void wide(List<String> parts, String name, List<Lane> lanes, Due due, String columns, String beyond, String limit) {
        if (lanes.isEmpty()) {
            return;
        }
        params.put(name, lanes.stream().map(Lane::name).toArray(String[]::new));
        parts.add(part("unnest(:" + name + "::text[]) as l(lane)" + (isSpan(due) ? " " + RANGES.formatted(unit(due)) : ""),
                "t.lane = l.lane" + kind() + (isSpan(due) ? " and " + IN_RANGE.formatted(unit(due)) : before(due)), columns, beyond, limit));
    }

    private void narrow(List<String> parts, String name, List<Lane> lanes, Due due, String columns, String beyond, String limit) {
        if (lanes.isEmpty()) {
            return;
        }
        params.put(name + "_lanes", lanes.stream().map(Lane::name).toArray(String[]::new));
        params.put(name + "_sites", lanes.stream().map(lane -> lane.site().toString()).toArray(String[]::new));
        String ranges = isSpan(due) ? " join " + unit(due) + " d on d.site = l.site cross join lateral (values " + OUTSIDE
                + ", (d.low at time zone 'UTC', d.high at time zone 'UTC')) as r(low, high)" : "";
        parts.add(part("unnest(:" + name + "_lanes::text[], :" + name + "_sites::uuid[]) as l(lane, site)" + ranges,
                "t.lane = l.lane and t.site = l.site" + kind() + (isSpan(due)
                        ? " and " + BETWEEN + " and t.due >= d.low and t.due < d.high" : before(due)),
                columns, beyond, limit));
    }

    private String part(String lanes, String where, String columns, String beyond, String limit) {
        return "(select f.* from " + lanes + " cross join lateral (select " + columns + " from app.inbox_task t where " + where + beyond
                + looked() + limit + ") as f)";
    }

    private String kind() {
        return filter.kind() == null ? "" : " and t.kind = :kind";
    }

    private String looked() {
        return words.typed().isEmpty() ? "" : " and " + words.conditionInOrder();
    }

    private static String before(Due due) {
        return due == Due.LATE ? " and t.place < (:now::timestamptz at time zone 'UTC') and t.due < :now" : "";
    }

    private static String exactly(Due due) {
        return switch (due) {
            case LATE -> "t.due < :now";
            case TODAY, WEEK -> SAME.formatted(unit(due));
            case ANY -> "true";
        };
    }

    private static boolean isSpan(Due due) {
        return due == Due.TODAY || due == Due.WEEK;
    }

    private static String unit(Due due) {
        return due == Due.TODAY ? "day" : "week";
    }
}

package org.passerelle.team.members.service;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.Gesture;
import org.passerelle.team.members.domain.Agent;
import org.passerelle.team.members.domain.AgentFile;
import org.passerelle.team.members.domain.AgentFile.Column;
import org.passerelle.team.members.domain.AgentRepository;
import org.passerelle.team.members.domain.WorkingDay;
import org.passerelle.team.members.domain.WorkingWeek;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A list of agents becomes a team: who has an account is placed or changed as the list says; the same list again changes nothing. */
@Service
public class AgentImports {

    private final TeamMembers members;
    private final AgentRepository agents;
    private final TeamAccess access;
    private final JdbcClient jdbc;

    AgentImports(TeamMembers members, AgentRepository agents, TeamAccess access, JdbcClient jdbc) {
        this.members = members;
        this.agents = agents;
        this.access = access;
        this.jdbc = jdbc;
    }

    public enum Result {
        NEW, CHANGED, SAME, REFUSED
    }

    /**
     * What becomes of one row.
     *
     * @param number     of the line, its header being the first; empty ones do not count
     * @param messageKey why it is refused, or null
     */
    public record Line(int number, String person, Result result, String messageKey, Object... args) {
    }

    /** What would become of each row; nothing is changed. For who looks after that team. */
    @Transactional(readOnly = true)
    public List<Line> preview(UUID team, AgentFile file, Map<Column, Integer> columns) {
        access.requireManager(team);
        return lines(team, file, columns, false);
    }

    /** Does what the preview says. */
    @Gesture
    public List<Line> apply(UUID team, AgentFile file, Map<Column, Integer> columns) {
        access.requireManager(team);
        return lines(team, file, columns, true);
    }

    private List<Line> lines(UUID team, AgentFile file, Map<Column, Integer> columns, boolean apply) {
        List<Line> lines = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (int at = 0; at < file.rows().size(); at++) {
            Row row = new Row(at + 2, file.rows().get(at), columns);
            if (at >= AgentFile.MOST_ROWS) {
                lines.add(row.refused("team.import.error.tooMany", AgentFile.MOST_ROWS));
                break;
            }
            lines.add(line(team, row, seen, apply));
        }
        return lines;
    }

    private Line line(UUID team, Row row, Set<UUID> seen, boolean apply) {
        String person = row.cell(Column.PERSON);
        List<UUID> found = person.isEmpty() ? List.of() : accounts(person);
        if (found.size() != 1) {
            return row.refused(person.isEmpty() ? "team.import.error.noPerson" : found.isEmpty() ? "team.import.error.unknown"
                    : "team.import.error.several", person);
        }
        UUID account = found.getFirst();
        if (!seen.add(account)) {
            return row.refused("team.import.error.twice");
        }
        Optional<Agent> known = agents.findById(account);
        if (known.isPresent() && !known.get().team().equals(team)) {
            return row.refused("team.import.error.otherTeam");
        }
        AgentForm before = known.map(agent -> new AgentForm(agent.branch(), agent.post(), agent.share(), agent.week())).orElse(null);
        AgentForm form;
        try {
            form = form(row, before);
        } catch (UnreadableCell unreadable) {
            return row.refused(unreadable.messageKey(), unreadable.cell());
        }
        Optional<FieldError> wrong = form.errors().stream().findFirst();
        if (wrong.isPresent()) {
            return row.refused(wrong.get().messageKey(), wrong.get().args());
        }
        if (form.equals(before)) {
            return new Line(row.number(), person, Result.SAME, null);
        }
        if (apply) {
            Outcome<Void> outcome = known.isPresent() ? members.change(account, known.get().version(), form)
                    : members.place(account, team, form);
            if (!outcome.isDone()) {
                return row.refused(CommonRefusal.CHANGED_MEANWHILE.messageKey());
            }
        }
        return new Line(row.number(), person, known.isPresent() ? Result.CHANGED : Result.NEW, null);
    }

    private AgentForm form(Row row, AgentForm before) {
        UUID branch = row.has(Column.BRANCH) ? named("select id from app.branch where lower(name) = lower(?) or lower(code) = lower(?)",
                row.cell(Column.BRANCH), row.cell(Column.BRANCH), "team.import.error.branch") : before == null ? null : before.branch();
        UUID post = !row.has(Column.POST) ? before == null ? null : before.post() : row.cell(Column.POST).isEmpty() ? null
                : named("select id from app.team_post where lower(name) = lower(?) and (not retired or id = cast(? as uuid))",
                        row.cell(Column.POST), before == null ? null : before.post(), "team.import.error.post");
        int share = before == null ? 100 : before.share();
        if (row.has(Column.SHARE) && !row.cell(Column.SHARE).isEmpty()) {
            try {
                share = Integer.parseInt(row.cell(Column.SHARE).replaceAll("[\\s\\u00a0%]", ""));
            } catch (NumberFormatException no) {
                throw new UnreadableCell("team.import.error.share", row.cell(Column.SHARE));
            }
        }
        return new AgentForm(branch, post, share, week(row, before == null ? WorkingWeek.usual() : before.week()));
    }

    private static WorkingWeek week(Row row, WorkingWeek otherwise) {
        boolean said = false;
        List<WorkingDay> days = new ArrayList<>();
        for (Column column : Column.values()) {
            if (column.weekday().isPresent() && row.has(column)) {
                said = true;
                try {
                    AgentFile.hours(column.weekday().get(), row.cell(column)).ifPresent(days::add);
                } catch (IllegalArgumentException no) {
                    throw new UnreadableCell("team.import.error.hours", row.cell(column));
                }
            }
        }
        return said ? new WorkingWeek(false, days) : otherwise;
    }

    private UUID named(String sql, String name, Object other, String messageKey) {
        List<UUID> found = name.isEmpty() ? List.of() : jdbc.sql(sql).params(Arrays.asList(name, other)).query(UUID.class).list();
        if (found.size() != 1) {
            throw new UnreadableCell(messageKey, name);
        }
        return found.getFirst();
    }

    /** By the name for signing in, the e-mail address, or first and last name however they are accented. */
    private List<UUID> accounts(String typed) {
        return jdbc.sql("""
                select id from app.account where role <> 'PATRON' and not closed and (upper(username) = upper(:typed)
                    or lower(email) = lower(:typed) or app.search_form(display_name) = app.search_form(:typed)) limit 2""")
                .param("typed", typed).query(UUID.class).list();
    }

    private record Row(int number, List<String> cells, Map<Column, Integer> columns) {

        boolean has(Column column) {
            return columns.containsKey(column);
        }

        String cell(Column column) {
            Integer at = columns.get(column);
            return at == null || at >= cells.size() ? "" : cells.get(at);
        }

        Line refused(String messageKey, Object... args) {
            return new Line(number, cell(Column.PERSON), Result.REFUSED, messageKey, args);
        }
    }

    /** What a cell holds is not what its column says. */
    private static final class UnreadableCell extends RuntimeException {

        private final String messageKey;
        private final String cell;

        UnreadableCell(String messageKey, String cell) {
            super("a cell of a list of agents");
            this.messageKey = messageKey;
            this.cell = cell;
        }

        String messageKey() {
            return messageKey;
        }

        String cell() {
            return cell;
        }
    }
}

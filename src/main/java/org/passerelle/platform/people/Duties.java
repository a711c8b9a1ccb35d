package org.passerelle.platform.people;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.process.NeededDuties;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SecurityRecord;
import org.passerelle.platform.security.SecurityRecord.Kind;
import org.passerelle.platform.security.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who holds which duty. Administrators give and take them, which is on record. */
@Service
public class Duties {

    private final JdbcClient jdbc;
    private final SignedIn signedIn;
    private final SecurityRecord record;
    private final TeamNames teams;
    private final NeededDuties needed;
    private final ApplicationEventPublisher events;

    Duties(JdbcClient jdbc, SignedIn signedIn, SecurityRecord record, TeamNames teams, NeededDuties needed,
           ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.signedIn = signedIn;
        this.record = record;
        this.teams = teams;
        this.needed = needed;
        this.events = events;
    }

    public boolean mayGive() {
        return signedIn.require(Role.MANAGER).has(Role.ADMIN);
    }

    /** For which teams a duty may be held, by id, in alphabetical order. */
    @Transactional(readOnly = true)
    public Map<UUID, String> teams() {
        signedIn.require(Role.MANAGER);
        return teams.all();
    }

    /** From then on, in open sessions too. Giving what is held already changes nothing. */
    @Gesture
    public Outcome<Void> give(UUID account, HeldDuty given) {
        signedIn.require(Role.ADMIN);
        UUID branch = given.scope().branch();
        UUID team = given.scope().team();
        if (!isOpenStaff(account) || branch != null && !isBranch(branch) || team != null && !teams.all().containsKey(team)) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        if (jdbc.sql("insert into app.account_duty (account, duty, branch, team) values (?, ?, ?, ?) on conflict do nothing")
                .params(Arrays.asList(account, given.duty().name(), branch, team)).update() > 0) {
            changed(Kind.DUTY_GIVEN, account, given);
        }
        return Outcome.done();
    }

    @Gesture
    public Outcome<Void> take(UUID account, HeldDuty taken) {
        signedIn.require(Role.ADMIN);
        lock(account);
        if (jdbc.sql("delete from app.account_duty where account = ? and held = ?").params(account, taken.word())
                .update() > 0) {
            changed(Kind.DUTY_TAKEN, account, taken);
        }
        return Outcome.done();
    }

    /** Of somebody who leaves: whoever opens the account again does not give them back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeAll(UUID account) {
        jdbc.sql("delete from app.account_duty where account = ? returning held").param(account).query(String.class).list()
                .forEach(held -> changed(Kind.DUTY_TAKEN, account, HeldDuty.of(held)));
    }

    /** Of a team that is about to be dissolved, as long as it is known what it was called. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeAllOf(DutyScope.Team dissolved) {
        jdbc.sql("delete from app.account_duty where team = ? returning account, held").param(dissolved.team())
                .query((row, i) -> Map.entry(row.getObject(1, UUID.class), HeldDuty.of(row.getString(2)))).list()
                .forEach(held -> changed(Kind.DUTY_TAKEN, held.getKey(), held.getValue()));
    }

    /** What that account holds now, told within the transaction of a change. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public List<HeldDuty> heldBy(UUID account) {
        return jdbc.sql("select held from app.account_duty where account = ? order by held").param(account).query(String.class)
                .list().stream().map(HeldDuty::of).toList();
    }

    /** The accounts of those who hold it there. */
    @Transactional(readOnly = true)
    public List<UUID> holders(Duty duty, WorkSite work) {
        return jdbc.sql("""
                select distinct account from app.account_duty
                where duty = ? and (branch is null and team is null or branch = cast(? as uuid) or team = cast(? as uuid))""")
                .params(Arrays.asList(duty.name(), work.branch(), work.team())).query(UUID.class).list();
    }

    /**
     * For whom nobody holds a duty that processes need. Told of places alone: whether something waits there is not looked at, and
     * is nobody's to learn here.
     */
    @Transactional(readOnly = true)
    public List<DutyGap> gaps() {
        signedIn.require(Role.ADMIN);
        return DutyGap.of(needed.all(), teams.sites(), all().stream().map(Holding::held).toList());
    }

    /** The same, of what would come about if that person no longer held these. */
    @Transactional(readOnly = true)
    public List<DutyGap> gapsWithout(UUID account, Set<HeldDuty> taken) {
        signedIn.require(Role.ADMIN);
        List<Holding> now = all();
        return DutyGap.between(needed.all(), teams.sites(), now.stream().map(Holding::held).toList(), now.stream()
                .filter(each -> !each.account().equals(account) || !taken.contains(each.held())).map(Holding::held).toList());
    }

    private record Holding(UUID account, HeldDuty held) {
    }

    private List<Holding> all() {
        return jdbc.sql("select account, held from app.account_duty")
                .query((row, i) -> new Holding(row.getObject(1, UUID.class), HeldDuty.of(row.getString(2)))).list();
    }

    /** Who gives, takes and closes wait for each other at the account. */
    private void lock(UUID account) {
        jdbc.sql("select 1 from app.account where id = ? for update").param(account).query(Integer.class).optional();
    }

    private boolean isOpenStaff(UUID account) {
        return jdbc.sql("select role <> 'PATRON' and not closed from app.account where id = ? for update").param(account)
                .query(Boolean.class).optional().orElse(false);
    }

    private boolean isBranch(UUID branch) {
        return jdbc.sql("select 1 from app.branch where id = ?").param(branch).query(Integer.class).optional().isPresent();
    }

    private void changed(Kind kind, UUID account, HeldDuty duty) {
        UUID team = duty.scope().team();
        record.recordDuty(kind, account, duty, team == null ? null : teams.all().get(team));
        events.publishEvent(new DutiesChanged(account));
    }
}

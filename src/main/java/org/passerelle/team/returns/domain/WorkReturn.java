package org.passerelle.team.returns.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Somebody comes back to work: from the day when a date is known to the last follow-up talk. */
@Entity
@Table(name = "work_return")
public class WorkReturn {

    /** Measures are proposed, and nobody has begun to record what is agreed. */
    public static final Set<Preparation> PROPOSED = EnumSet.of(Preparation.TALK_TO_PROPOSE, Preparation.TALK_TO_CHOOSE);

    @Id
    private UUID id;
    @Version
    private int version;
    private UUID agent;
    private UUID team;
    private UUID manager;
    private LocalDate returnOn;
    private LocalDate awaySince;
    private Instant announcedAt;
    private Instant needsDue;
    @Enumerated(EnumType.STRING)
    private Preparation preparation;
    @Enumerated(EnumType.STRING)
    @Column(name = "back")
    private ReturnStage stage;
    private UUID needs;
    private UUID remark;
    private boolean sentBack;
    private int easingDays;
    @ElementCollection
    @CollectionTable(name = "work_talk_time", joinColumns = @JoinColumn(name = "work_return"))
    @OrderColumn(name = "place")
    @Column(name = "at")
    private List<Instant> talkTimes = new ArrayList<>();
    @Enumerated(EnumType.STRING)
    private TalkWay talkWay;
    private Instant talkAt;
    private LocalDate cameBackOn;
    private LocalDate easingUntil;
    private Instant managerSignedAt;
    private Instant agentSignedAt;
    @ElementCollection
    @CollectionTable(name = "work_follow_up", joinColumns = @JoinColumn(name = "work_return"))
    private Set<FollowUp> followUps = new HashSet<>();
    private Instant endedAt;
    @Enumerated(EnumType.STRING)
    private WorkReturnOutcome outcome;

    protected WorkReturn() {
    }

    /**
     * @param manager   who accompanies the person, or null where the team has nobody
     * @param awaySince or null where nobody has said
     */
    public WorkReturn(UUID agent, UUID team, UUID manager, LocalDate returnOn, LocalDate awaySince, Instant now) {
        this.id = UUID.randomUUID();
        this.agent = agent;
        this.team = team;
        this.manager = manager;
        this.returnOn = returnOn;
        this.awaySince = awaySince;
        this.announcedAt = now;
        this.preparation = Preparation.NEEDS;
        this.stage = ReturnStage.EXPECTED;
    }

    private void require(boolean allowed) {
        if (!allowed) {
            throw new IllegalStateException("a return that is " + preparation + " and " + stage
                    + (outcome == null ? "" : " and ended as " + outcome));
        }
    }

    private void require(Preparation expected) {
        require(isOpen() && preparation == expected);
    }

    /** What the agent needs is waited for until then. */
    public void askedUntil(Instant due) {
        needsDue = due;
    }

    /** @param sealed the answers, or null where somebody was called and said nothing */
    public void saidNeeds(UUID sealed) {
        require(isOpen() && (preparation == Preparation.NEEDS || preparation == Preparation.TO_CALL));
        needs = sealed;
    }

    public void nobodyAnswered() {
        require(Preparation.NEEDS);
        preparation = Preparation.TO_CALL;
    }

    public void measuresProposed(int easing) {
        require(isOpen() && (preparation == Preparation.NEEDS || preparation == Preparation.TO_CALL));
        easingDays = easing;
        preparation = Preparation.TALK_TO_PROPOSE;
    }

    /**
     * Whether a manager may add a measure: beside what is proposed, or to what is agreed and in force. In between, what is recorded
     * is the agent's to confirm as it stands; where nothing was ever agreed and time is up, there is no talk to come.
     *
     * @param inForce whether a measure of it is
     */
    public boolean mayAddMeasure(boolean inForce) {
        return isOpen() ? stage != ReturnStage.AWAY_AGAIN && (PROPOSED.contains(preparation) || preparation == Preparation.DONE)
                : outcome == WorkReturnOutcome.CLOSED && preparation == Preparation.DONE && inForce;
    }

    /** Another version of the table proposes otherwise, as long as nothing is agreed. */
    public void proposedAnew(int easing) {
        require(isOpen() && PROPOSED.contains(preparation));
        easingDays = easing;
    }

    public void talkProposed(List<Instant> times, TalkWay way) {
        require(Preparation.TALK_TO_PROPOSE);
        talkTimes.clear();
        talkTimes.addAll(times);
        talkWay = way;
        preparation = Preparation.TALK_TO_CHOOSE;
    }

    public void talkChosen(Instant at) {
        require(Preparation.TALK_TO_CHOOSE);
        if (!talkTimes.contains(at)) {
            throw new IllegalArgumentException("not one of the times that were proposed");
        }
        talkAt = at;
        preparation = Preparation.MEASURES_TO_AGREE;
    }

    public void noTalkSuits() {
        require(Preparation.TALK_TO_CHOOSE);
        preparation = Preparation.TALK_TO_PROPOSE;
    }

    public void measuresRecorded(int easing) {
        require(Preparation.MEASURES_TO_AGREE);
        easingDays = easing;
        sentBack = false;
        preparation = Preparation.MEASURES_TO_CONFIRM;
    }

    /** @return the remark of before, which is to be forgotten */
    public Optional<UUID> measuresConfirmed() {
        require(Preparation.MEASURES_TO_CONFIRM);
        Optional<UUID> before = remark();
        remark = null;
        preparation = Preparation.DONE;
        if (cameBackOn != null) {
            easingUntil = cameBackOn.plusDays(easingDays);
        }
        return before;
    }

    /**
     * @param sealed what the person says to it, or null
     * @return the remark of before, which is to be forgotten
     */
    public Optional<UUID> measuresSentBack(UUID sealed) {
        require(Preparation.MEASURES_TO_CONFIRM);
        Optional<UUID> before = remark();
        remark = sealed;
        sentBack = true;
        preparation = Preparation.MEASURES_TO_AGREE;
        return before;
    }

    /** The day of return is another one. */
    public void returnOn(LocalDate day) {
        require(isOpen() && mayStillChangeDay());
        returnOn = day;
        stage = ReturnStage.EXPECTED;
    }

    /** Not back yet, as far as has been said. */
    public boolean mayStillChangeDay() {
        return stage == ReturnStage.EXPECTED || stage == ReturnStage.BRIEFING || stage == ReturnStage.AWAY_AGAIN;
    }

    /** The day of return has come. */
    public void dayHasCome() {
        require(isOpen() && stage == ReturnStage.EXPECTED);
        stage = ReturnStage.BRIEFING;
    }

    /** @param day of the real return */
    public void briefed(LocalDate day, Instant now) {
        require(isOpen() && stage == ReturnStage.BRIEFING);
        cameBackOn = day;
        easingUntil = day.plusDays(easingDays);
        managerSignedAt = now;
        followUps.clear();
        ReturnTimes.FOLLOW_UPS.forEach(days -> followUps.add(new FollowUp(days, FollowUp.State.PLANNED)));
        stage = ReturnStage.TO_SIGN;
    }

    public void signed(Instant now) {
        require(isOpen() && stage == ReturnStage.TO_SIGN);
        agentSignedAt = now;
        stage = ReturnStage.THERE;
    }

    /** The agent was given the time to sign, and has not: it is not waited for any more, and not said either. */
    public void notSigned() {
        require(isOpen() && stage == ReturnStage.TO_SIGN);
        stage = ReturnStage.THERE;
    }

    public void followUp(int afterDays, FollowUp.State state) {
        require(isOpen() && followUps.removeIf(talk -> talk.afterDays() == afterDays));
        followUps.add(new FollowUp(afterDays, state));
    }

    /** Away once more: what was prepared is prepared anew when a date is known. @return what was said, which is to be forgotten */
    public List<UUID> awayAgain(LocalDate since) {
        require(isOpen() && stage != ReturnStage.AWAY_AGAIN);
        List<UUID> said = loseWhatWasSaid();
        stage = ReturnStage.AWAY_AGAIN;
        preparation = Preparation.NEEDS;
        awaySince = since;
        returnOn = null;
        sentBack = false;
        talkTimes.clear();
        talkWay = null;
        talkAt = null;
        cameBackOn = null;
        easingUntil = null;
        managerSignedAt = null;
        agentSignedAt = null;
        followUps.clear();
        return said;
    }

    /** @param newTeam or null; what the person has said stays with those to whom it was said */
    public void goWith(UUID newTeam, UUID newManager) {
        team = newTeam;
        manager = newManager;
    }

    /** The sealed texts are not the new manager's to read. @return those that are to be forgotten */
    public List<UUID> loseWhatWasSaid() {
        List<UUID> said = new ArrayList<>();
        Optional.ofNullable(needs).ifPresent(said::add);
        Optional.ofNullable(remark).ifPresent(said::add);
        needs = null;
        remark = null;
        return said;
    }

    /** Talks are not waited for any more, and told as what they are. */
    public void talksNotHeld() {
        List<FollowUp> toCome = followUps.stream().filter(talk -> talk.state().isToCome()).toList();
        toCome.forEach(talk -> followUp(talk.afterDays(), FollowUp.State.NOT_HELD));
    }

    public void end(WorkReturnOutcome how, Instant now) {
        require(isOpen());
        outcome = how;
        endedAt = now;
    }

    public boolean isOpen() {
        return outcome == null;
    }

    public UUID id() {
        return id;
    }

    public UUID agent() {
        return agent;
    }

    public UUID team() {
        return team;
    }

    public Optional<UUID> manager() {
        return Optional.ofNullable(manager);
    }

    /** Null where no day is known. */
    public LocalDate returnOn() {
        return returnOn;
    }

    public LocalDate awaySince() {
        return awaySince;
    }

    /** Until when what the agent needs is waited for. */
    public Instant needsDue() {
        return needsDue;
    }

    public Instant announcedAt() {
        return announcedAt;
    }

    public Preparation preparation() {
        return preparation;
    }

    public ReturnStage stage() {
        return stage;
    }

    /** The id of the sealed answers. */
    public Optional<UUID> needs() {
        return Optional.ofNullable(needs);
    }

    /** The id of the sealed remark with which the measures were sent back. */
    public Optional<UUID> remark() {
        return Optional.ofNullable(remark);
    }

    /** Whether the agent wants other measures than those that were recorded last. */
    public boolean isSentBack() {
        return sentBack;
    }

    public int easingDays() {
        return easingDays;
    }

    public List<Instant> talkTimes() {
        return List.copyOf(talkTimes);
    }

    public TalkWay talkWay() {
        return talkWay;
    }

    public Instant talkAt() {
        return talkAt;
    }

    public LocalDate cameBackOn() {
        return cameBackOn;
    }

    public LocalDate easingUntil() {
        return easingUntil;
    }

    public Instant managerSignedAt() {
        return managerSignedAt;
    }

    public Instant agentSignedAt() {
        return agentSignedAt;
    }

    /** In their order. */
    public List<FollowUp> followUps() {
        return followUps.stream().sorted(Comparator.comparingInt(FollowUp::afterDays)).toList();
    }

    public WorkReturnOutcome outcome() {
        return outcome;
    }
}

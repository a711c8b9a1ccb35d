package org.passerelle.team.returns.service;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.notification.Message;
import org.passerelle.notification.Notifications;
import org.passerelle.notification.Recipient;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.process.CaseFactsChanged;
import org.passerelle.platform.security.accounts.Account;
import org.passerelle.platform.security.accounts.AccountRepository;
import org.passerelle.platform.ui.live.Topic;
import org.passerelle.team.members.service.Teams;
import org.passerelle.team.returns.domain.WorkReturn;
import org.passerelle.team.returns.process.OccupationalHealthProcess;
import org.passerelle.team.returns.process.ReturnToWorkProcess;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells what has changed about a return: its story, open screens, and those whom it concerns by mail, in confidence. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ReturnNews {

    /** What pages of a return follow; its id is the return's. */
    public static final Topic.Kind CHANGED = new Topic.Kind("work-return");
    /** What is about a person's own return, and about those that they accompany; its id is their account. */
    public static final Topic.Kind OWN = new Topic.Kind("own-work");

    private final Journal journal;
    private final Notifications notifications;
    private final AccountRepository accounts;
    private final Messages messages;
    private final ReturnAccess access;
    private final TalkCalendar calendar;
    private final ApplicationEventPublisher events;

    ReturnNews(Journal journal, Notifications notifications, AccountRepository accounts, Messages messages, ReturnAccess access,
               TalkCalendar calendar, ApplicationEventPublisher events) {
        this.journal = journal;
        this.notifications = notifications;
        this.accounts = accounts;
        this.messages = messages;
        this.access = access;
        this.calendar = calendar;
        this.events = events;
    }

    /** Returns that have just begun. */
    void announced(Collection<WorkReturn> begun, LocalDate returnOn) {
        journal.recordAll(ReturnToWorkProcess.KEY, Channel.STAFF, "journal.return-to-work.announced",
                begun.stream().collect(Collectors.toMap(WorkReturn::id, each -> (Object) returnOn)));
        begun.forEach(this::tellOwners);
        begun.stream().map(WorkReturn::team).distinct().forEach(team -> events.publishEvent(Teams.CHANGED.of(team)));
    }

    /** What the team's page shows too: that somebody is away, and until when. */
    void shown(WorkReturn about, String what, Object... args) {
        tell(about, Channel.STAFF, what, args);
        tellTeam(about);
    }

    /** The same, of what comes about by itself. */
    void shownItself(WorkReturn about, String what) {
        tell(about, Channel.SYSTEM, what);
        tellTeam(about);
    }

    private void tellTeam(WorkReturn about) {
        if (about.team() != null) {
            events.publishEvent(Teams.CHANGED.of(about.team()));
        }
    }

    void staff(WorkReturn about, String what, Object... args) {
        tell(about, Channel.STAFF, what, args);
    }

    void itself(WorkReturn about, String what, Object... args) {
        tell(about, Channel.SYSTEM, what, args);
    }

    private void tell(WorkReturn about, Channel channel, String what, Object... args) {
        journal.record(ReturnToWorkProcess.caseOf(about.id()), channel, "journal.return-to-work." + what, args);
        events.publishEvent(new CaseFactsChanged(ReturnToWorkProcess.caseOf(about.id())));
        events.publishEvent(CHANGED.of(about.id()));
        tellOwners(about);
    }

    /** Nobody else's screens: that something has happened at this moment would tell them too. */
    private void tellOwners(WorkReturn about) {
        events.publishEvent(OWN.of(about.agent()));
        about.manager().ifPresent(manager -> events.publishEvent(OWN.of(manager)));
    }

    /** Something waits for the agent. Says neither what nor why. */
    void remind(WorkReturn about) {
        remind(about, about.agent(), "work-reminder");
    }

    /** Something waits for who accompanies. Where nobody does, human resources find it among their tasks. */
    void remindManager(WorkReturn about) {
        about.manager().ifPresent(manager -> remind(about, manager, "work-reminder"));
    }

    /** Who accompanies may know a day by now. Names nobody. */
    void askForDay(WorkReturn about) {
        about.manager().ifPresent(manager -> remind(about, manager, "work-day-unknown"));
    }

    /** Occupational health has not taken it up; in a case of its own, which no manager follows. Says neither what nor why. */
    void unanswered(WorkReturn about, UUID support) {
        access.branchOf(about.agent()).ifPresent(branch -> accounts.findById(about.agent()).ifPresent(agent -> notifications.send(new Message(
                OccupationalHealthProcess.caseOf(support), branch.id(), Recipient.of(agent), "work-unanswered", Map.of(), List.of())
                .inConfidence())));
        events.publishEvent(OWN.of(about.agent()));
    }

    private void remind(WorkReturn about, UUID whom, String template) {
        access.branchOf(about.agent()).ifPresent(branch -> accounts.findById(whom)
                .ifPresent(account -> write(about, branch, account, template, Map.of(), List.of())));
    }

    /** The same, and from when on somebody calls instead. */
    void remindForTheLastTime(WorkReturn about) {
        access.branchOf(about.agent()).ifPresent(branch -> accounts.findById(about.agent()).ifPresent(agent -> write(about, branch, agent,
                "work-reminder-last", Map.of("at", DateTimes.dayAndTime(about.needsDue(), branch.zone(), Recipient.of(agent).language())),
                List.of())));
    }

    /** A measure waits for the agent's word on their own page. Says neither which nor why. */
    void measureToAgreeTo(WorkReturn about) {
        access.branchOf(about.agent()).ifPresent(branch -> accounts.findById(about.agent())
                .ifPresent(agent -> write(about, branch, agent, "work-measure", Map.of(), List.of())));
    }

    /** The talk, for both of their calendars. */
    void inviteToTalk(WorkReturn about) {
        access.branchOf(about.agent()).ifPresent(branch -> {
            accounts.findById(about.agent()).ifPresent(agent -> invite(about, branch, agent));
            about.manager().flatMap(accounts::findById).ifPresent(manager -> invite(about, branch, manager));
        });
    }

    private void invite(WorkReturn about, Branch branch, Account to) {
        var language = Recipient.of(to).language();
        String at = DateTimes.dayAndTime(about.talkAt(), branch.zone(), language);
        String way = messages.text(language, "team.talk.way." + about.talkWay());
        write(about, branch, to, "work-talk", Map.of("at", at, "way", way),
                List.of(calendar.file(about, messages.text(language, "team.talk.calendar"))));
    }

    private void write(WorkReturn about, Branch branch, Account to, String template, Map<String, String> values,
                       List<Message.Attachment> attachments) {
        notifications.send(new Message(ReturnToWorkProcess.caseOf(about.id()), branch.id(), Recipient.of(to), template, values, attachments).inConfidence());
    }

    void nothingMoreToTell(UUID workReturn) {
        notifications.nothingMoreToTell(ReturnToWorkProcess.caseOf(workReturn));
    }
}

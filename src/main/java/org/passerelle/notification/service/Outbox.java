package org.passerelle.notification.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.passerelle.notification.Message;
import org.passerelle.notification.domain.Delivery;
import org.passerelle.notification.domain.DeliverySettings;
import org.passerelle.notification.domain.Failure;
import org.passerelle.notification.domain.Letter;
import org.passerelle.notification.domain.MessageState;
import org.passerelle.notification.domain.NotificationRefusal;
import org.passerelle.notification.domain.OutboxFilter;
import org.passerelle.notification.domain.OutboxList;
import org.passerelle.notification.domain.OutboxMessage;
import org.passerelle.notification.domain.OutboxMessages;
import org.passerelle.notification.domain.StoredAttachment;
import org.passerelle.notification.process.MessageDeliveryProcess;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.MailAddress;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.PhoneNumber;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.live.Topic;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/**
 * The messages that left, wait or failed, as staff see and act on them. Staff see those of the whole network and act on
 * those of their branches.
 */
@Service
@Gesture
public class Outbox {

    /** Kind of the {@link Topic}, without an id, that screens of the outbox follow. */
    public static final Topic.Kind TOPIC = new Topic.Kind("outbox");
    /** A link whose last part is too long for anything but a token. */
    private static final Pattern SECRET_OF_A_LINK = Pattern.compile("(https?://\\S*/)[0-9A-Za-z_-]{24,}");

    private static final String SENT_BY_HAND = "journal.message.sentByHand";

    private final OutboxMessages messages;
    private final OutboxList list;
    private final BranchRepository branches;
    private final MessageDeliveryProcess delivery;
    private final DeliverySettings settings;
    private final SignedIn signedIn;
    private final Journal journal;
    private final AppClock clock;
    private final ApplicationEventPublisher events;

    Outbox(OutboxMessages messages, OutboxList list, BranchRepository branches, MessageDeliveryProcess delivery,
           DeliverySettings settings, SignedIn signedIn, Journal journal, AppClock clock,
           ApplicationEventPublisher events) {
        this.messages = messages;
        this.list = list;
        this.branches = branches;
        this.delivery = delivery;
        this.settings = settings;
        this.signedIn = signedIn;
        this.journal = journal;
        this.clock = clock;
        this.events = events;
    }

    /** Newest first. */
    public List<OutboxList.Line> page(OutboxFilter filter, int offset, int limit) {
        signedIn.require(Role.AGENT);
        return list.page(filter, offset, limit);
    }

    public int count(OutboxFilter filter) {
        signedIn.require(Role.AGENT);
        return list.count(filter);
    }

    /** The network's branches, by name. */
    public List<Branch> branches() {
        signedIn.require(Role.AGENT);
        return branches.findAllByOrderByName();
    }

    /** The message as it was worded; empty once it is purged. */
    public Optional<Content> message(UUID id) {
        CurrentUser user = signedIn.require(Role.AGENT);
        return shown(id).map(message -> content(message, user.mayActAt(message.branch())));
    }

    private Content content(OutboxMessage message, boolean mayAct) {
        Delivery told = message.delivery();
        return new Content(message.id(), message.recipientName(), message.reference(), told.email(), told.phone(),
                message.language().getLanguage(), message.subject(), mayAct ? message.body() : withoutSecrets(message.body()),
                message.attachments().stream().map(StoredAttachment::name).toList(), told.state(), told.failure(),
                told.lastError(), told.mailAttempts(), told.callAttempts(), message.createdAt(),
                branches.findById(message.branch()).orElseThrow(), mayAct);
    }

    /** The file that went with the message in that place, from 0; empty once it is purged. */
    public Optional<Message.Attachment> attachment(UUID id, int position) {
        signedIn.require(Role.AGENT);
        return shown(id).map(OutboxMessage::attachments).filter(files -> position < files.size())
                .map(files -> files.get(position))
                .map(file -> new Message.Attachment(file.name(), file.contentType(), file.bytes()));
    }

    /** One that is its recipient's alone is there for nobody else. */
    private Optional<OutboxMessage> shown(UUID id) {
        return messages.findById(id).filter(message -> !message.isConfidential());
    }

    /** Whoever may not act at that branch may not do so by its patrons' links either. */
    static String withoutSecrets(String body) {
        return SECRET_OF_A_LINK.matcher(body).replaceAll("$1…");
    }

    /** Tries once more what could not be delivered, with the address and number as they are now known to be. */
    public Outcome<Void> sendAgain(UUID id, String email, String phone) {
        return act(id, message -> {
            if (!message.delivery().state().failed()) {
                return Outcome.refused(CommonRefusal.NO_LONGER_TO_DO);
            }
            boolean noEmail = email == null || email.isBlank();
            boolean noPhone = phone == null || phone.isBlank();
            if (noEmail && noPhone) {
                return Outcome.refused(NotificationRefusal.NO_WAY_TO_REACH);
            }
            if (!noEmail && !MailAddress.isUsable(email.strip())) {
                return Outcome.refused(NotificationRefusal.NOT_AN_EMAIL);
            }
            if (!noPhone && !PhoneNumber.isOfAPerson(phone.strip())) {
                return Outcome.refused(NotificationRefusal.NOT_A_PHONE);
            }
            Instant now = clock.instant();
            message.delivery().tryOnceMore(email, phone, now);
            journal.record(message.about(), Journal.Channel.STAFF, "journal.message.again");
            delivery.start(id, message.delivery().channel(), now.plus(settings.freshFor()));
            return Outcome.done();
        });
    }

    /** Staff have sent, by other means, what waits for a mail server. */
    public Outcome<Void> sentByHand(UUID id) {
        return act(id, message -> {
            if (message.delivery().state() != MessageState.WAITING_FOR_SERVER) {
                return Outcome.refused(CommonRefusal.NO_LONGER_TO_DO);
            }
            message.delivery().sentByHand(clock.instant());
            journal.record(message.about(), Journal.Channel.STAFF, SENT_BY_HAND);
            if (!delivery.sentByHand(id)) {
                throw new OptimisticLockingFailureException("the message no longer waits");
            }
            return Outcome.done();
        });
    }

    /** Said by mistake, a moment ago and by whoever takes it back: it waits for a mail server, or a hand, again. */
    public Outcome<Void> notSentByHand(UUID id) {
        return act(id, message -> {
            if (message.delivery().state() != MessageState.SENT_BY_HAND || !journal.canBeTakenBack(message.about(), SENT_BY_HAND)) {
                return Outcome.refused(CommonRefusal.CANNOT_BE_TAKEN_BACK);
            }
            message.delivery().notSentByHand();
            journal.record(message.about(), Journal.Channel.STAFF, "journal.message.notSentByHand");
            delivery.notSentByHand(id);
            return Outcome.done();
        });
    }

    private Outcome<Void> act(UUID id, Function<OutboxMessage, Outcome<Void>> gesture) {
        CurrentUser user = signedIn.require(Role.AGENT);
        OutboxMessage message = shown(id).orElse(null);
        if (message == null) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        if (!user.mayActAt(message.branch())) {
            return Outcome.refused(CommonRefusal.OTHER_BRANCH);
        }
        Outcome<Void> outcome = gesture.apply(message);
        if (outcome.isDone()) {
            events.publishEvent(TOPIC.any());
        }
        return outcome;
    }

    /**
     * One message in full.
     *
     * @param language of subject and body: fr or en
     * @param error    what the mail server said last, or null
     * @param mayAct   whether the person signed in works for that branch
     */
    public record Content(UUID id, String name, String reference, String email, String phone, String language,
                          String subject, String body, List<String> attachments, MessageState state, Failure failure,
                          String error, int mailAttempts, int callAttempts, Instant created, Branch branch,
                          boolean mayAct) {

        /** What waits to be sent by hand, for who may do so: empty where nothing does, or there is no address. */
        public Optional<Letter> toSendByHand() {
            return mayAct && state == MessageState.WAITING_FOR_SERVER && MailAddress.isUsable(email)
                    ? Optional.of(Letter.of(email, subject, body, branch)) : Optional.empty();
        }
    }
}

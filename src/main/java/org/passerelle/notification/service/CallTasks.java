package org.passerelle.notification.service;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.notification.domain.DeliverySettings;
import org.passerelle.notification.domain.OutboxMessage;
import org.passerelle.notification.domain.OutboxMessages;
import org.passerelle.notification.process.MessageDeliveryProcess;
import org.passerelle.platform.process.TaskDescriber;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;
import org.springframework.stereotype.Component;

/** Calls to make, as the inbox lists them. */
@Component
class CallTasks implements TaskDescriber {

    private final OutboxMessages messages;
    private final DeliverySettings settings;

    CallTasks(OutboxMessages messages, DeliverySettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    @Override
    public String processKey() {
        return MessageDeliveryProcess.KEY;
    }

    @Override
    public Map<TaskRef, TaskFacts> describe(Collection<UserTask> tasks) {
        return TaskDescriber.byCase(tasks, cases -> messages.findAllById(cases).stream()
                .collect(Collectors.toMap(OutboxMessage::id, Function.identity())), this::facts);
    }

    private TaskFacts facts(UserTask task, OutboxMessage message) {
        return new TaskFacts("call.task.subject",
                List.of(message.recipientName(), message.subject(), String.valueOf(message.delivery().callAttempts() + 1)),
                message.branch(), task.created().plus(settings.callWithin()),
                Stream.of(message.recipientName(), message.reference(), message.delivery().phone(), message.subject())
                        .filter(Objects::nonNull).collect(Collectors.joining(" ")));
    }
}

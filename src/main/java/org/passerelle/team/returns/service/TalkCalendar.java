package org.passerelle.team.returns.service;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import org.passerelle.notification.Message;
import org.passerelle.platform.time.AppClock;
import org.passerelle.team.returns.domain.WorkReturn;
import org.springframework.stereotype.Component;

/** A talk as an entry for a calendar. It names nobody: whoever looks over a shoulder reads a time and one word. */
@Component
class TalkCalendar {

    private static final Duration LENGTH = Duration.ofMinutes(30);

    private final AppClock clock;

    TalkCalendar(AppClock clock) {
        this.clock = clock;
    }

    Message.Attachment file(WorkReturn about, String words) {
        VEvent talk = new VEvent();
        talk.setUid("talk-" + about.id() + "@passerelle");
        talk.setDateTimeStamp(Date.from(clock.instant()));
        talk.setDateStart(Date.from(about.talkAt()));
        talk.setDateEnd(Date.from(about.talkAt().plus(LENGTH)));
        talk.setSummary(words);
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Passerelle//Passerelle//EN");
        calendar.addEvent(talk);
        return new Message.Attachment("passerelle.ics", "text/calendar; charset=utf-8",
                Biweekly.write(calendar).version(ICalVersion.V2_0).go().getBytes(StandardCharsets.UTF_8));
    }
}

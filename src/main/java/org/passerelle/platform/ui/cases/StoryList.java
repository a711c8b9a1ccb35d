package org.passerelle.platform.ui.cases;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.journal.Journal;

/**
 * The story of a case in words: when, what, who, by which way. The journal keeps arguments as text: an instant or a day (ISO
 * 8601) is shown in the branch's zone, a message key in the reader's words, and a number is given as such to messages
 * that count with it. The name of the colleague whom an entry is about comes after its arguments. Messages are folded into one
 * line, at the place of the latest, which opens.
 */
public class StoryList extends UnorderedList {

    private static final int FOLDED_FROM = 2;

    private final ZoneId zone;
    private final Messages messages;

    public StoryList(List<Journal.Entry> story, ZoneId zone, Messages messages) {
        this.zone = zone;
        this.messages = messages;
        addClassName("story");
        List<Journal.Entry> letters = story.stream().filter(MessagesInStory::isOne).toList();
        for (Journal.Entry entry : story) {
            if (letters.size() < FOLDED_FROM || !MessagesInStory.isOne(entry)) {
                add(line(entry));
            } else if (entry == letters.getLast()) {
                add(folded(letters));
            }
        }
    }

    private ListItem folded(List<Journal.Entry> letters) {
        MessagesInStory said = MessagesInStory.of(letters);
        UnorderedList each = new UnorderedList();
        each.addClassName("story");
        letters.forEach(entry -> each.add(line(entry)));
        NativeDetails details = new NativeDetails(getTranslation("cases.messages", said.all(), said.outcome(), said.lost()), each);
        return new ListItem(when(letters.getLast()), details);
    }

    private ListItem line(Journal.Entry entry) {
        Span by = new Span(by(entry));
        by.addClassName("by");
        return new ListItem(when(entry), new Div(new Span(sentence(entry)), new Span(" · "), by));
    }

    private Time when(Journal.Entry entry) {
        Time when = new Time();
        if (entry.channel() == Journal.Channel.ANONYMOUS) {
            LocalDate day = LocalDate.ofInstant(entry.at(), zone);
            when.setText(DateTimes.shortDay(day, getLocale()));
            when.getElement().setAttribute("datetime", day.toString());
        } else {
            when.setText(DateTimes.dayAndTime(entry.at(), zone, getLocale()));
            when.getElement().setAttribute("datetime", entry.at().toString());
        }
        return when;
    }

    private String sentence(Journal.Entry entry) {
        String pattern = messages.texts(getLocale()).getOrDefault(entry.messageKey(), "");
        Object[] args = Stream.concat(IntStream.range(0, entry.args().size())
                .mapToObj(i -> argument(entry.args().get(i), pattern.contains("{" + i + ", plural"))),
                Stream.ofNullable(entry.about())).toArray();
        return messages.text(getLocale(), entry.messageKey(), args);
    }

    private Object argument(String kept, boolean counts) {
        if (counts) {
            return Long.valueOf(kept);
        }
        if (messages.has(kept)) {
            return messages.text(getLocale(), kept);
        }
        try {
            return kept.indexOf('T') > 0 ? DateTimes.dayAndTime(Instant.parse(kept), zone, getLocale())
                    : DateTimes.shortDay(LocalDate.parse(kept), getLocale());
        } catch (DateTimeParseException plainText) {
            return kept;
        }
    }

    private String by(Journal.Entry entry) {
        String way = getTranslation("journal.channel." + entry.channel().name());
        if (entry.actor() != null) {
            return entry.actor() + ", " + way;
        }
        // Who comes online without an account holds the link that a message brought.
        return entry.channel() == Journal.Channel.ONLINE ? getTranslation("journal.byLink") : way;
    }

    @Tag("time")
    private static final class Time extends HtmlContainer {
    }
}

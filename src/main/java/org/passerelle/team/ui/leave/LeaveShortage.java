package org.passerelle.team.ui.leave;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.stream.Collectors;
import org.passerelle.team.members.service.LeaveCalendar.Day;
import org.passerelle.team.members.service.LeaveCalendar.Page;
import org.passerelle.team.ui.TeamWords;

/** The consequence in words: on which days how many would be missing if all were granted. */
public class LeaveShortage extends Div {

    private static final int NAMED = 5;

    public LeaveShortage(Page page) {
        List<Day> lacking = page.daysShort();
        Paragraph words = new Paragraph(lacking.isEmpty() ? getTranslation("team.leave.enough") : lacking(lacking));
        words.addClassName(lacking.isEmpty() ? "soft" : "leave-lacking");
        Paragraph all = new Paragraph(getTranslation("team.leave.allSee"));
        all.addClassName("soft");
        add(words, all);
    }

    /** @return how many at most, where it is not the same number on each of the days */
    private String lacking(List<Day> days) {
        int most = days.stream().mapToInt(Day::missing).max().orElseThrow();
        boolean same = days.stream().allMatch(day -> day.missing() == most);
        return getTranslation(same ? "team.leave.lacking" : "team.leave.lackingAtMost", days.stream().limit(NAMED)
                .map(day -> TeamWords.shortDay(day.date())).collect(Collectors.joining(", ")), Math.max(0, days.size() - NAMED), most);
    }
}

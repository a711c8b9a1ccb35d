package org.passerelle.team.ui.leave;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.IntSummaryStatistics;
import java.util.UUID;
import org.passerelle.team.members.service.LeaveCalendar.Day;
import org.passerelle.team.members.service.LeaveCalendar.Page;

/** The leave wishes of a team on the page of one of its people. */
public class LeavePanel extends Section {

    public static final int DAYS = 14;

    public LeavePanel(Page page, UUID about) {
        addClassNames("card", "leave-panel");
        RouterLink whole = new RouterLink();
        whole.setRoute(LeaveCalendarView.class, page.team().toString());
        whole.setQueryParameters(QueryParameters.of(LeaveCalendarView.FROM, page.from().toString()));
        whole.setText(getTranslation("team.leave.whole"));
        Div head = new Div(new H2(getTranslation("team.leave.ofTeam")), whole);
        head.addClassName("card-header");
        add(head, needed(page), new LeaveTable(page, about), new LeaveShortage(page));
    }

    private Paragraph needed(Page page) {
        IntSummaryStatistics least = page.days().stream().mapToInt(Day::minimum).filter(people -> people > 0).summaryStatistics();
        Paragraph words = new Paragraph(least.getCount() == 0 ? getTranslation("team.leave.needed.none", page.rows().size())
                : least.getMin() == least.getMax() ? getTranslation("team.leave.needed", least.getMin(), page.rows().size())
                : getTranslation("team.leave.needed.range", least.getMin(), least.getMax(), page.rows().size()));
        words.addClassName("soft");
        return words;
    }
}

package org.passerelle.platform.ui.cases;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.process.steps.OpenTask;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;

/** What is to be done about a thing, each task with who has it and the way into its form. Nothing is drawn where there is none. */
public class ToDo extends Section {

    private final Span count = new Span();
    private final OrderedList list = new OrderedList();
    private List<OpenTask> shown;

    public ToDo(List<OpenTask> tasks) {
        addClassNames("card", "to-do", "no-print");
        count.addClassName("count");
        list.addClassName("rows");
        H2 title = new H2(new Span(getTranslation("cases.todo")), new Span(" "), count);
        add(title, list);
        show(tasks);
    }

    /** What has not changed stays as it is. */
    public void show(List<OpenTask> tasks) {
        if (tasks.equals(shown)) {
            return;
        }
        shown = List.copyOf(tasks);
        count.setText(String.valueOf(tasks.size()));
        list.removeAll();
        for (int i = 0; i < tasks.size(); i++) {
            list.add(row(tasks.get(i), i == 0));
        }
        setVisible(!tasks.isEmpty());
    }

    private ListItem row(OpenTask task, boolean first) {
        String name = getTranslation(task.messageKey());
        Span title = new Span(task.subjectKey() == null ? name : getTranslation(task.subjectKey(), task.subjectArgs().toArray()));
        title.addClassName("row-title");
        Div what = new Div(title);
        if (task.due() != null) {
            String due = DateTimes.near(task.due(), task.zone(), getLocale());
            what.add(new Span(" "), task.late() ? new Tag(Tone.LATE, getTranslation("cases.todo.late", due))
                    : new Tag(DateTimes.isToday(task.due(), task.zone()) ? Tone.DUE : Tone.PLAIN, getTranslation("cases.todo.due", due)));
        }
        Span who = new Span(task.assigneeName() == null ? getTranslation("cases.todo.nobody")
                : getTranslation("cases.todo.with", task.assigneeName()));
        who.addClassName("row-sub");
        what.add(who);
        RouterLink open = new RouterLink();
        open.setText(task.mayAct() ? name : getTranslation("cases.todo.see"));
        open.getElement().setAttribute("href", task.path());
        open.getElement().setAttribute("aria-label", getTranslation("cases.todo.on", open.getText(), title.getText()));
        open.addClassNames("button-link");
        if (first && task.mayAct()) {
            open.addClassName("primary");
        }
        ListItem row = new ListItem(what, open);
        row.addClassName("row");
        return row;
    }
}

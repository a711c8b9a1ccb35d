package org.passerelle.platform.ui.cases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.steps.OpenTask;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;

/** What is to be done about a thing, there and then: the forms of who reads, and a list of what is others' to do. */
public class TasksInPlace extends Div {

    private final FormsInPlace forms;
    private final FormsInPlace.Told told;
    private final Div places = new Div();
    private final ToDo others = new ToDo(List.of());
    private final Map<TaskRef, Component> shown = new LinkedHashMap<>();

    public TasksInPlace(FormsInPlace forms, FormsInPlace.Told told) {
        this.forms = forms;
        this.told = told;
        add(places, others);
    }

    /** A form that is there already stays, with what was typed. */
    public void show(List<OpenTask> tasks) {
        List<TaskRef> open = tasks.stream().filter(OpenTask::mayAct).map(OpenTask::ref).toList();
        shown.entrySet().removeIf(each -> {
            boolean gone = !open.contains(each.getKey());
            if (gone) {
                each.getValue().removeFromParent();
            }
            return gone;
        });
        tasks.stream().filter(task -> task.mayAct() && !shown.containsKey(task.ref())).forEach(task ->
                forms.form(task, told).ifPresent(form -> {
                    Section card = card(task, form);
                    shown.put(task.ref(), card);
                    places.add(card);
                }));
        others.show(tasks.stream().filter(task -> !shown.containsKey(task.ref())).toList());
    }

    private Section card(OpenTask task, Component form) {
        Div head = new Div(new H2(getTranslation(task.messageKey())));
        head.addClassName("card-header");
        if (task.due() != null) {
            String due = DateTimes.near(task.due(), task.zone(), getLocale());
            head.add(task.late() ? new Tag(Tone.LATE, getTranslation("cases.todo.late", due))
                    : new Tag(DateTimes.isToday(task.due(), task.zone()) ? Tone.DUE : Tone.PLAIN, getTranslation("cases.todo.due", due)));
        }
        Section card = new Section(head, form);
        card.addClassNames("card", "task-in-place", "no-print");
        return card;
    }
}

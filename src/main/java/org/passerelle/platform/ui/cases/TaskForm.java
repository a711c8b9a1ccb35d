package org.passerelle.platform.ui.cases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouterLink;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.passerelle.platform.process.UserTask;

/** The form of one kind of user task, as a module's configuration names it in a line. @param wholeCase the link to its page */
public record TaskForm(String formKey, BiFunction<UserTask, TaskFormContext, Component> drawing,
                       Function<UserTask, Optional<RouterLink>> wholeCase) implements TaskForms {

    /** Without a page of its case. */
    public static TaskForm of(String formKey, BiFunction<UserTask, TaskFormContext, Component> drawing) {
        return new TaskForm(formKey, drawing, task -> Optional.empty());
    }

    /** @param page of the whole case, or null where who is signed in sees none */
    public TaskForm withPage(Function<UserTask, RouterLink> page) {
        return new TaskForm(formKey, drawing, task -> Optional.ofNullable(page.apply(task)));
    }

    @Override
    public Component form(UserTask task, TaskFormContext context) {
        return drawing.apply(task, context);
    }

    @Override
    public Optional<RouterLink> page(UserTask task) {
        return wholeCase.apply(task);
    }
}

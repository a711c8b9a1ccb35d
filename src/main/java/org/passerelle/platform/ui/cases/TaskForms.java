package org.passerelle.platform.ui.cases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouterLink;
import java.util.Optional;
import org.passerelle.platform.process.UserTask;

/**
 * Draws the form of one kind of user task. A module contributes one bean per form key of its models; the inbox shows
 * the form and knows no module.
 */
public interface TaskForms {

    /** The {@code camunda:formKey} of the user tasks it draws. */
    String formKey();

    /**
     * A fresh form for that task. It calls its module's service with {@link UserTask#ref()}, and tells the context
     * what came of it. It is built once per opened task and kept, with what was typed, while lists refresh around it.
     */
    Component form(UserTask task, TaskFormContext context);

    /** A link to the page that shows the task's whole case, where its module has one. */
    default Optional<RouterLink> page(UserTask task) {
        return Optional.empty();
    }
}

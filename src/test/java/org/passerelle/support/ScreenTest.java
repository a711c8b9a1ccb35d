package org.passerelle.support;

import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.process.UserTasks;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.ScanField;
import org.passerelle.platform.ui.cases.TaskForms;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One person's screens, in French and without a browser: what a test presses, types, scans and reads there. */
public abstract class ScreenTest extends SpringBrowserlessTest {

    @Autowired
    protected Engine engine;
    @Autowired
    protected AppClock clock;
    @Autowired
    private List<TaskForms> forms;
    @Autowired
    private UserTasks userTasks;
    @Autowired
    private TransactionTemplate transaction;

    protected static void signIn(CurrentUser user) {
        Screens.signIn(user);
        UI.getCurrent().setLocale(Locale.FRENCH);
    }

    protected <C extends Component> Stream<C> all(Class<C> type) {
        roundTrip();
        return find(type).all().stream();
    }

    protected List<Button> buttons(String text) {
        return all(Button.class).filter(button -> text.equals(button.getText())).toList();
    }

    protected Button button(String text) {
        return buttons(text).getFirst();
    }

    protected Button lastButton(String text) {
        return buttons(text).getLast();
    }

    /** Says yes to the question that stands open. */
    protected void confirm() {
        ConfirmDialog dialog = all(ConfirmDialog.class).filter(ConfirmDialog::isOpened).findFirst().orElseThrow();
        ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, false));
        dialog.close();
        roundTrip();
    }

    /** What a wedge scanner does: it types the code into the scan field, and Enter. */
    protected void scan(String code) {
        Element input = all(ScanField.class).findFirst().orElseThrow().getElement().getChildren()
                .filter(child -> "vaadin-text-field".equals(child.getTag())).findFirst().orElseThrow();
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("event.detail.id", "1");
        data.put("event.detail.code", code);
        input.getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(input, "scan-read", data));
        roundTrip();
    }

    /** What can be read on the screen, dialogs included. */
    protected List<String> texts() {
        roundTrip();
        return Stream.concat(texts(UI.getCurrent().getElement()), texts(getCurrentView().getElement()))
                .filter(text -> !text.isBlank()).toList();
    }

    /** Lets live updates in until that can be read. */
    protected void awaitText(Predicate<String> shown) {
        await().pollInSameThread().until(() -> {
            // A look for any component lets in what waits for the window; a round trip alone does not.
            find(Main.class).exists();
            return texts().stream().anyMatch(shown);
        });
    }

    private static Stream<String> texts(Element of) {
        if (of.isTextNode()) {
            return Stream.of(of.getText());
        }
        return of.isVisible() ? of.getChildren().flatMap(ScreenTest::texts) : Stream.empty();
    }

    /** Opens the case's task of that kind in the inbox. */
    protected void openTask(CaseRef process, String taskKey) {
        UI.getCurrent().navigate("inbox/" + task(process, taskKey).ref().value());
        roundTrip();
    }

    private UserTask task(CaseRef process, String taskKey) {
        return transaction.execute(status -> userTasks.of(process)).stream()
                .filter(each -> each.taskKey().equals(taskKey)).findFirst().orElseThrow();
    }

    /** Opens the form of the case's task of that kind, as the inbox does. */
    protected FormEcho form(CaseRef process, String taskKey, boolean mayAct) {
        UserTask task = task(process, taskKey);
        FormEcho echo = new FormEcho(mayAct);
        UI.getCurrent().add(forms.stream().filter(each -> each.formKey().equals(task.formKey())).findFirst().orElseThrow()
                .form(task, echo));
        return echo;
    }
}

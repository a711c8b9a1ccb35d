package org.passerelle.platform.ui.help;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.ui.FrameKeys;
import org.springframework.context.annotation.Scope;

/** Tells what the screen is for and which keys it has; so does the key {@code ?}. */
@SpringComponent
@Scope("prototype")
public class HelpButton extends Button {

    private final Messages messages;

    HelpButton(Messages messages) {
        this.messages = messages;
        setText("?");
        addClassName("help-button");
        getElement().setAttribute("data-frame-keys", "?");
        setAriaLabel(getTranslation("help.open"));
        addClickListener(click -> open());
        getElement().addEventListener("frame-key", pressed -> open());
        FrameKeys.lead(this, "?", "");
    }

    private void open() {
        Dialog dialog = new Dialog();
        dialog.addClassName("help-dialog");
        dialog.setHeaderTitle(getTranslation("help.title"));
        List<String> lines = new ArrayList<>();
        UI.getCurrent().getInternals().getActiveRouterTargetsChain().stream().findFirst()
                .map(view -> HelpLines.key(view.getClass())).filter(messages::has)
                .ifPresent(key -> lines.addAll(HelpLines.of(getTranslation(key))));
        lines.addAll(HelpLines.of(getTranslation("help.frame")));
        dialog.add(HelpLines.list(lines), keys());
        Button close = new Button(getTranslation("help.close"), click -> dialog.close());
        dialog.getFooter().add(close);
        dialog.open();
        close.focus();
    }

    /** Who speaks to the computer would press single keys without meaning to (WCAG 2.1.4): the browser keeps the choice. */
    private Checkbox keys() {
        Checkbox on = new Checkbox(getTranslation("help.keys.on"));
        on.setValue(true);
        on.getElement().executeJs("return " + FrameKeys.OFF).then(Boolean.class, off -> on.setValue(!off));
        on.addValueChangeListener(changed -> {
            if (changed.isFromClient()) {
                on.getElement().executeJs("window.passerelleKeys?.turn($0)", !changed.getValue());
            }
        });
        return on;
    }
}

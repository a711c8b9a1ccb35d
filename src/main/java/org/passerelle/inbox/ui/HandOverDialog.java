package org.passerelle.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.List;
import java.util.function.Consumer;
import org.passerelle.inbox.service.Inbox.Colleague;
import org.passerelle.platform.ui.EnterKey;

/** Asks to whom a task is handed. */
class HandOverDialog extends Dialog {

    private final ComboBox<Colleague> who = new ComboBox<>();
    private final Consumer<Colleague> chosen;

    HandOverDialog(List<Colleague> colleagues, Consumer<Colleague> chosen) {
        this.chosen = chosen;
        setHeaderTitle(getTranslation("inbox.handOver.title"));
        setCloseOnOutsideClick(false);
        who.setLabel(getTranslation("inbox.handOver.who"));
        who.setItems(colleagues);
        who.setItemLabelGenerator(Colleague::name);
        who.setAutofocus(true);
        if (colleagues.isEmpty()) {
            who.setHelperText(getTranslation("inbox.handOver.nobody"));
        }
        add(who);
        Button hand = new Button(getTranslation("inbox.handOver.hand"), click -> hand());
        hand.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("inbox.cancel"), click -> close()), hand);
        EnterKey.presses(this, hand);
    }

    private void hand() {
        who.setInvalid(who.getValue() == null);
        if (who.getValue() == null) {
            who.setErrorMessage(getTranslation("inbox.handOver.choose"));
            return;
        }
        close();
        chosen.accept(who.getValue());
    }
}

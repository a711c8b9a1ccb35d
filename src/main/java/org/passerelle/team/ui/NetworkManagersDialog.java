package org.passerelle.team.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.team.members.service.Teams;
import org.passerelle.team.members.service.Teams.Someone;

/** An administrator says which managers look after every team. */
class NetworkManagersDialog extends Dialog {

    NetworkManagersDialog(Teams teams, Runnable saved) {
        setHeaderTitle(getTranslation("team.network"));
        addClassName("form-dialog");
        setCloseOnOutsideClick(false);
        MultiSelectComboBox<Someone> managers = new MultiSelectComboBox<>(getTranslation("team.managers"));
        List<Someone> choice = teams.managersToChoose();
        Set<UUID> now = teams.networkManagers();
        managers.setItems(choice);
        managers.setItemLabelGenerator(Someone::name);
        managers.setValue(choice.stream().filter(one -> now.contains(one.account())).collect(Collectors.toSet()));
        managers.addClassName("wide");
        Button save = Buttons.once(getTranslation("team.save"), () -> {
            teams.nameNetworkManagers(managers.getValue().stream().map(Someone::account).collect(Collectors.toSet()));
            close();
            saved.run();
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new Paragraph(getTranslation("team.network.text")), managers);
        getFooter().add(new Button(getTranslation("staff.back"), click -> close()), save);
        EnterKey.presses(this, save);
    }
}

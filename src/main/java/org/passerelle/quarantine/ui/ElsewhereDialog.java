package org.passerelle.quarantine.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.passerelle.platform.i18n.Alphabet;
import org.passerelle.quarantine.service.CrateDesk.Elsewhere;

/** After an inspection: which documents go to no shelf here, and where they go. It stays until somebody has read it. */
class ElsewhereDialog extends Dialog {

    ElsewhereDialog(String crateCode, List<Elsewhere> documents) {
        setHeaderTitle(getTranslation("quarantine.elsewhere.title", crateCode));
        part(getTranslation("quarantine.elsewhere.setAside"),
                documents.stream().filter(each -> each.branch() == null).toList());
        Map<String, List<Elsewhere>> travelling = documents.stream().filter(each -> each.branch() != null)
                .collect(Collectors.groupingBy(Elsewhere::branch, () -> new TreeMap<>(Alphabet.ORDER), Collectors.toList()));
        travelling.forEach((branch, those) -> part(getTranslation("quarantine.elsewhere.send", branch), those));
        setCloseOnOutsideClick(false);
        Button read = new Button(getTranslation("quarantine.elsewhere.read"), click -> close());
        read.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(read);
    }

    private void part(String title, List<Elsewhere> those) {
        if (those.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("rows");
        those.forEach(each -> list.add(new DocumentRow(each.document(), false, null)));
        add(new H3(title), list);
    }

    /** It belongs to no form: what is shown behind it may change. */
    @Override
    public void open() {
        UI.getCurrent().add(this);
        addClosedListener(closed -> removeFromParent());
        super.open();
    }
}

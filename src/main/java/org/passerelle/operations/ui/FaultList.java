package org.passerelle.operations.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Collectors;
import org.passerelle.platform.policy.PolicyCheck.Fault;

/** What is wrong with a table, in words: in which row, for which case. */
class FaultList extends Div {

    private static final int SHOWN = 12;

    FaultList() {
        addClassNames("message", "message-late");
        getElement().setAttribute("role", "status");
    }

    void show(List<Fault> faults) {
        removeAll();
        setVisible(!faults.isEmpty());
        if (faults.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        faults.stream().limit(SHOWN).forEach(fault -> list.add(new ListItem(sentence(fault))));
        add(new Paragraph(getTranslation("policy.faults", faults.size())), list);
        if (faults.size() > SHOWN) {
            add(new Paragraph(getTranslation("policy.faults.more", faults.size() - SHOWN)));
        }
    }

    private String sentence(Fault fault) {
        String rows = fault.rows().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return switch (fault.kind()) {
            case GAP -> getTranslation("policy.fault.GAP", asked(fault));
            case OVERLAP -> getTranslation("policy.fault.OVERLAP", asked(fault), rows);
            case UNKNOWN_VALUE, NOT_A_NUMBER, NEED_UNMET -> getTranslation("policy.fault." + fault.kind(), rows,
                    PolicyWords.column(this, fault.table(), fault.column()));
            case OUT_OF_BOUNDS -> getTranslation("policy.fault.OUT_OF_BOUNDS", rows,
                    PolicyWords.column(this, fault.table(), fault.column()), fault.bounds().getFirst(),
                    fault.bounds().getLast());
        };
    }

    private String asked(Fault fault) {
        return PolicyWords.asked(this, fault.table(), fault.asked());
    }
}

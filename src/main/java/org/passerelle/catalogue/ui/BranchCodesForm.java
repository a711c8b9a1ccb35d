package org.passerelle.catalogue.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.catalogue.domain.ImportMapping;
import org.passerelle.platform.network.Branch;

/** Which branch each of a sender's codes means. */
class BranchCodesForm extends Div {

    private static final int MOST_CODES = 50;

    private final List<Branch> network;
    private final Select<Branch> otherwise = new Select<>();
    private final Map<String, Select<Branch>> asked = new LinkedHashMap<>();
    private final Map<String, UUID> known = new HashMap<>();
    private final Div grid = new Div();

    BranchCodesForm(List<Branch> network) {
        this.network = network;
        grid.addClassName("form-grid");
        prepare(otherwise, getTranslation("catalogue.import.branch.otherwise"),
                getTranslation("catalogue.import.branch.refuse"));
        otherwise.setValue(network.isEmpty() ? null : network.getFirst());
        add(new H3(getTranslation("catalogue.import.branches")),
                new Paragraph(getTranslation("catalogue.import.branches.text")), grid);
    }

    private void prepare(Select<Branch> select, String label, String none) {
        select.setLabel(label);
        select.setItems(network);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(none);
        select.setItemLabelGenerator(branch -> branch == null ? none : branch.name());
    }

    /** Answers of a kept profile come first; then what was chosen here, then a branch whose code is the same. */
    void know(ImportMapping mapping) {
        known.putAll(mapping.branches());
        find(mapping.defaultBranch()).ifPresent(otherwise::setValue);
        asked.forEach((code, select) -> find(known.get(code)).ifPresent(select::setValue));
    }

    void ask(Map<String, Integer> codes) {
        codes().forEach(known::putIfAbsent);
        asked.clear();
        grid.removeAll();
        codes.entrySet().stream().limit(MOST_CODES).forEach(entry -> {
            Select<Branch> select = new Select<>();
            prepare(select, getTranslation("catalogue.import.branch.code", entry.getKey(), entry.getValue()),
                    getTranslation("catalogue.import.branch.likeOthers"));
            find(known.get(entry.getKey())).or(() -> network.stream()
                    .filter(branch -> branch.code().equalsIgnoreCase(entry.getKey())).findFirst())
                    .ifPresent(select::setValue);
            asked.put(entry.getKey(), select);
            grid.add(select);
        });
        grid.add(otherwise);
    }

    private Optional<Branch> find(UUID id) {
        return network.stream().filter(branch -> branch.id().equals(id)).findFirst();
    }

    /** The codes that mean a branch of their own. */
    Map<String, UUID> codes() {
        Map<String, UUID> codes = new HashMap<>(known);
        asked.forEach((code, select) -> {
            codes.remove(code);
            select.getOptionalValue().ifPresent(branch -> codes.put(code, branch.id()));
        });
        return codes;
    }

    /** Null when copies with any other code are refused. */
    UUID defaultBranch() {
        return otherwise.getOptionalValue().map(Branch::id).orElse(null);
    }
}

package org.passerelle.catalogue.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.catalogue.domain.ImportMapping;
import org.passerelle.catalogue.service.BranchCodes;
import org.passerelle.catalogue.service.BranchCodes.Stage;
import org.passerelle.platform.network.Branch;

/** Which branch each of a sender's codes means. Codes come in while the file is looked through. */
class BranchCodesForm extends Div {

    private static final int MOST_CODES = 50;

    private final List<Branch> network;
    private final Runnable changed;
    private final Select<Branch> otherwise = new Select<>();
    private final Map<String, Select<Branch>> asked = new LinkedHashMap<>();
    private final Map<String, UUID> known = new HashMap<>();
    private final ProgressBar progress = new ProgressBar();
    private final Paragraph stage = new Paragraph();
    private final Div grid = new Div();
    private Map<String, Integer> copies = Map.of();

    /** @param changed told when the person has chosen a branch */
    BranchCodesForm(List<Branch> network, Runnable changed) {
        this.network = network;
        this.changed = changed;
        grid.addClassName("form-grid");
        stage.addClassName("soft");
        progress.getElement().setAttribute("aria-label", getTranslation("catalogue.import.branches.progress"));
        prepare(otherwise, getTranslation("catalogue.import.branch.otherwise"),
                getTranslation("catalogue.import.branch.refuse"));
        // Where there is but one branch no copy can land in the wrong one; otherwise nobody but the person may guess.
        otherwise.setValue(network.size() == 1 ? network.getFirst() : null);
        grid.add(otherwise);
        add(new H3(getTranslation("catalogue.import.branches")),
                new Paragraph(getTranslation("catalogue.import.branches.text")), progress, stage, grid);
    }

    private void prepare(Select<Branch> select, String label, String none) {
        select.setLabel(label);
        select.setItems(network);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(none);
        select.setItemLabelGenerator(branch -> branch == null ? none : branch.name());
        select.addValueChangeListener(change -> {
            tellConcerned();
            if (change.isFromClient()) {
                changed.run();
            }
        });
    }

    /** Answers of a kept profile come first; then what was chosen here, then a branch whose code is the same. */
    void know(ImportMapping mapping) {
        known.putAll(mapping.branches());
        if (mapping.defaultBranch() != null || !mapping.branches().isEmpty()) {
            otherwise(mapping.defaultBranch());
        }
        asked.forEach((code, select) -> find(known.get(code)).ifPresent(select::setValue));
    }

    /** @param branch for copies with any other code; null refuses them */
    void otherwise(UUID branch) {
        otherwise.setValue(find(branch).orElse(null));
    }

    /** Other codes are about to be looked for; what was chosen for these is remembered, should they come up again. */
    void forgetAsked() {
        known.putAll(codes());
        grid.removeAll();
        grid.add(otherwise);
        asked.clear();
        copies = Map.of();
    }

    /** What has been chosen already stays as it is and where it is. */
    void show(BranchCodes found) {
        progress.setVisible(found.stage() == Stage.LOOKING);
        progress.setValue(found.share());
        stage.setText(switch (found.stage()) {
            case LOOKING -> getTranslation("catalogue.import.branches.looking", found.read(),
                    Math.floor(found.share() * 100) / 100);
            case DONE -> getTranslation("catalogue.import.branches.done", found.read());
            case BROKEN_OFF -> getTranslation("catalogue.import.branches.brokenOff", found.read());
        });
        copies = found.codes();
        copies.forEach(this::ask);
        tellConcerned();
    }

    /** How many copies go where any other code goes. */
    private void tellConcerned() {
        otherwise.setHelperText(getTranslation("catalogue.import.branch.concerned", copies.entrySet().stream()
                .filter(code -> !asked.containsKey(code.getKey()) || asked.get(code.getKey()).isEmpty())
                .mapToInt(Map.Entry::getValue).sum()));
    }

    private void ask(String code, int copies) {
        String label = code.equals(ImportMapping.NO_CODE) ? getTranslation("catalogue.import.branch.noCode", copies)
                : getTranslation("catalogue.import.branch.code", code, copies);
        if (asked.containsKey(code)) {
            asked.get(code).setLabel(label);
        } else if (asked.size() < MOST_CODES) {
            Select<Branch> select = new Select<>();
            prepare(select, label, getTranslation("catalogue.import.branch.likeOthers"));
            find(known.get(code)).or(() -> network.stream().filter(branch -> branch.code().equalsIgnoreCase(code))
                    .findFirst()).ifPresent(select::setValue);
            grid.addComponentAtIndex(asked.size(), select);
            asked.put(code, select);
        }
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

package org.passerelle.catalogue.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.passerelle.catalogue.domain.ImportJob;
import org.passerelle.catalogue.domain.ImportJob.Status;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.Confirmation;

/** How far an import is, and what can be done about it. What moves is changed in place: a button keeps its focus. */
class ImportProgress extends Section {

    private static final Map<String, ToLongFunction<ImportJob>> COUNTS = new LinkedHashMap<>();

    static {
        COUNTS.put("read", ImportJob::read);
        COUNTS.put("created", job -> job.counts().created());
        COUNTS.put("updated", job -> job.counts().updated());
        COUNTS.put("unchanged", job -> job.counts().unchanged());
        COUNTS.put("refused", job -> job.counts().refused());
        COUNTS.put("copiesCreated", job -> job.counts().copiesCreated());
        COUNTS.put("copiesUpdated", job -> job.counts().copiesUpdated());
        COUNTS.put("copiesRefused", job -> job.counts().copiesRefused());
        COUNTS.put("copiesUnnamed", job -> job.counts().copiesUnnamed());
        COUNTS.put("unknownMaterial", job -> job.counts().unknownMaterial());
    }

    private final Div standing = new Div();
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph share = new Paragraph();
    private final Map<String, DescriptionList.Description> counts = new LinkedHashMap<>();
    private final Div actions = new Div();
    private final List<Gesture> gestures;
    private Status shown;

    /**
     * Something that can be done about an import.
     *
     * @param sure key of the question that comes first, of its text and of the word for "no"; null where none comes
     */
    record Gesture(String key, List<Status> when, String sure, Runnable work) {
    }

    ImportProgress(List<Gesture> gestures) {
        this.gestures = gestures;
        addClassName("card");
        standing.addClassName("standing");
        share.addClassName("soft");
        bar.getElement().setAttribute("aria-label", getTranslation("catalogue.import.progress"));
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        COUNTS.keySet().forEach(key -> {
            counts.put(key, new DescriptionList.Description());
            facts.add(new DescriptionList.Term(getTranslation("catalogue.import.count." + key)), counts.get(key));
        });
        actions.addClassName("form-actions");
        add(standing, bar, share, facts, actions);
    }

    void show(ImportJob job) {
        boolean measurable = job.format() != MarcFormat.MARCXML;
        double done = measurable ? Math.clamp((double) job.next().offset() / job.fileBytes(), 0, 1) : 0;
        bar.setIndeterminate(!measurable);
        bar.setValue(done);
        share.setText(getTranslation(measurable ? "catalogue.import.share" : "catalogue.import.leave",
                Math.floor(done * 100) / 100));
        COUNTS.forEach((key, count) -> counts.get(key).setText(
                getTranslation("catalogue.import.number", count.applyAsLong(job))));
        if (job.status() != shown) {
            shown = job.status();
            showStanding();
        }
    }

    private void showStanding() {
        standing.removeAll();
        standing.add(new ImportStatusTag(shown));
        bar.setVisible(shown == Status.RUNNING);
        share.setVisible(shown == Status.RUNNING);
        if (shown == Status.STOPPED) {
            standing.add(new Paragraph(getTranslation("catalogue.import.stopped")));
        }
        actions.removeAll();
        gestures.stream().filter(gesture -> gesture.when().contains(shown)).map(this::button).forEach(actions::add);
        actions.setVisible(actions.getComponentCount() > 0);
    }

    private Button button(Gesture gesture) {
        return Buttons.once(getTranslation(gesture.key()), () -> {
            if (gesture.sure() == null) {
                gesture.work().run();
            } else {
                ask(gesture);
            }
        });
    }

    private void ask(Gesture gesture) {
        Confirmation sure = new Confirmation(getTranslation(gesture.sure()), getTranslation(gesture.sure() + ".text"),
                getTranslation(gesture.key()), yes -> gesture.work().run(), getTranslation(gesture.sure() + ".no"), no -> { });
        sure.setConfirmButtonTheme(ButtonVariant.LUMO_ERROR.getVariantName() + " "
                + ButtonVariant.LUMO_PRIMARY.getVariantName());
        sure.open();
    }
}

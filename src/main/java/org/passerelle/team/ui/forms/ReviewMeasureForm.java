package org.passerelle.team.ui.forms;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import java.util.Map;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.DateWords;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.cases.TaskFormContext;
import org.passerelle.team.returns.service.MeasureReviews;
import org.passerelle.team.returns.service.MeasureReviews.Reviewed;

/** A measure goes on until another day, or ends. */
class ReviewMeasureForm extends Div {

    private static final int NEXT_AFTER_DAYS = 90;

    ReviewMeasureForm(MeasureReviews reviews, UserTask task, TaskFormContext context) {
        Reviewed measure = reviews.reviewed(task.ref()).orElseThrow();
        DatePicker next = new DatePicker(getTranslation("team.review.next"));
        DateWords.localised(next, getLocale());
        next.setManualValidation(true);
        next.setValue(measure.today().plusDays(NEXT_AFTER_DAYS));
        context.keep("next", next);
        String what = getTranslation(measure.kind().messageKey());
        Note note = new Note();
        String goes = getTranslation("team.review.goesOn");
        Button goesOn = FormParts.main(goes, context, FormParts.sure(this, goes, () -> FormParts.settle(reviews.goesOn(task.ref(),
                measure.measure(), next.getValue()), context, note, Map.of("reviewOn", next), "team.review.told.goesOn", what)));
        String ends = getTranslation("team.review.over");
        Runnable ended = FormParts.sure(this, ends, () -> FormParts.settle(reviews.over(task.ref(), measure.measure()), context, note, Map.of(),
                "team.review.told.over", what));
        Button over = new Button(ends, click -> ended.run());
        over.setEnabled(context.mayAct());
        add(FormParts.soft(getTranslation("team.review.text", what, measure.agent())), next, note, FormParts.actions(over, goesOn));
        EnterKey.presses(this, goesOn);
    }
}

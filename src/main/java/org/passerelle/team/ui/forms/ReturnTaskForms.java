package org.passerelle.team.ui.forms;

import com.vaadin.flow.router.RouterLink;
import java.util.function.Function;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.cases.TaskForm;
import org.passerelle.platform.ui.cases.TaskForms;
import org.passerelle.team.members.service.LeaveCalendar;
import org.passerelle.team.members.service.LeaveDesk;
import org.passerelle.team.returns.service.HealthDesk;
import org.passerelle.team.returns.service.MeasureReviews;
import org.passerelle.team.returns.service.MyReturn;
import org.passerelle.team.returns.service.ReturnDesk;
import org.passerelle.team.returns.service.ReturnPages;
import org.passerelle.team.ui.MyWorkView;
import org.passerelle.team.ui.ReturnView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The forms of the user tasks around coming back to work, and around leave. */
@Configuration
class ReturnTaskForms {

    /** The agent's own page, for what is theirs. */
    private static RouterLink ownPage(UserTask task) {
        RouterLink link = new RouterLink();
        link.setRoute(MyWorkView.class);
        link.setText(link.getTranslation("team.mine.title"));
        return link;
    }

    /** None for human resources, who do what a missing manager would and see no more of the return. */
    private static Function<UserTask, RouterLink> page(ReturnPages pages) {
        return task -> pages.isSeen(task.process().id()) ? page(task) : null;
    }

    private static RouterLink page(UserTask task) {
        RouterLink link = new RouterLink(ReturnView.class, task.process().id().toString());
        link.setText(link.getTranslation("team.task.page"));
        return link;
    }

    @Bean
    TaskForms sayNeedsForm(MyReturn desk) {
        return TaskForm.of("team/say-needs", (task, context) -> new SayNeedsForm(context, (said, wished) ->
                desk.sayNeeds(task.ref(), task.process().id(), said, wished))).withPage(ReturnTaskForms::ownPage);
    }

    @Bean
    TaskForms callAgentForm(ReturnDesk desk, ReturnPages pages) {
        return TaskForm.of("team/call-agent", (task, context) -> SayNeedsForm.byTelephone(context, said ->
                desk.called(task.ref(), task.process().id(), said))).withPage(page(pages));
    }

    @Bean
    TaskForms proposeTalkForm(ReturnDesk desk, ReturnPages pages) {
        return TaskForm.of("team/propose-talk", (task, context) -> new ProposeTalkForm(desk, pages, task, context))
                .withPage(page(pages));
    }

    @Bean
    TaskForms chooseTalkForm(MyReturn desk, ReturnPages pages) {
        return TaskForm.of("team/choose-talk", (task, context) -> new ChooseTalkForm(desk, pages, task, context))
                .withPage(ReturnTaskForms::ownPage);
    }

    @Bean
    TaskForms agreeMeasuresForm(ReturnDesk desk, ReturnPages pages) {
        return TaskForm.of("team/agree-measures", (task, context) -> new AgreeMeasuresForm(desk, pages, task, context))
                .withPage(page(pages));
    }

    @Bean
    TaskForms confirmMeasuresForm(MyReturn desk, ReturnPages pages) {
        return TaskForm.of("team/confirm-measures", (task, context) -> new ConfirmMeasuresForm(desk, pages, task, context))
                .withPage(ReturnTaskForms::ownPage);
    }

    @Bean
    TaskForms holdBriefingForm(ReturnDesk desk, ReturnPages pages) {
        return TaskForm.of("team/hold-briefing", (task, context) -> new HoldBriefingForm(desk, pages, task, context))
                .withPage(page(pages));
    }

    @Bean
    TaskForms signBriefingForm(MyReturn desk) {
        return TaskForm.of("team/sign-briefing", (task, context) -> new SignBriefingForm(desk, task, context))
                .withPage(ReturnTaskForms::ownPage);
    }

    @Bean
    TaskForms holdTalkForm(ReturnDesk desk, ReturnPages pages) {
        return TaskForm.of("team/hold-talk", (task, context) -> new HoldTalkForm(desk, task, context)).withPage(page(pages));
    }

    @Bean
    TaskForms supportReturnForm(HealthDesk desk) {
        return TaskForm.of("team/support-return", (task, context) -> new SupportForm(desk, task, context));
    }

    @Bean
    TaskForms reviewMeasureForm(MeasureReviews reviews) {
        return TaskForm.of("team/review-measure", (task, context) -> new ReviewMeasureForm(reviews, task, context));
    }

    @Bean
    TaskForms decideWishForm(LeaveDesk desk, LeaveCalendar calendar) {
        return TaskForm.of("team/decide-wish", (task, context) -> new DecideWishForm(desk, calendar, task, context));
    }
}

package org.passerelle.circulation.drive.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.Optional;
import java.util.function.BiFunction;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.service.DriveDesk;
import org.passerelle.circulation.drive.service.PickingDesk;
import org.passerelle.circulation.drive.service.PutBackDesk;
import org.passerelle.circulation.queue.service.SetAsideShelf;
import org.passerelle.circulation.queue.ui.ShelfReturnForm;
import org.passerelle.circulation.reservations.service.BagLabels;
import org.passerelle.circulation.reservations.service.ReservationBook;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.TaskFormContext;
import org.passerelle.platform.ui.TaskForms;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The forms of the user tasks of {@code drive-pickup} and {@code shelf-return}. */
@Configuration
class DriveTaskForms {

    private record Form(String formKey, BiFunction<UserTask, TaskFormContext, Component> drawing) implements TaskForms {

        @Override
        public Component form(UserTask task, TaskFormContext context) {
            return drawing.apply(task, context);
        }
    }

    /** What is done about one reservation. */
    private record CaseForm(String formKey, BiFunction<UserTask, TaskFormContext, Component> drawing) implements TaskForms {

        @Override
        public Component form(UserTask task, TaskFormContext context) {
            return drawing.apply(task, context);
        }

        @Override
        public Optional<RouterLink> page(UserTask task) {
            RouterLink link = new RouterLink(ReservationView.class, new RouteParameters("id", task.process().id().toString()));
            link.setText(link.getTranslation("staff.task.reservation"));
            return Optional.of(link);
        }
    }

    @Bean
    TaskForms pickForm(ReservationBook book, PickingDesk desk, LiveUpdates live) {
        return new CaseForm("circulation/pick", (task, context) -> new PickForm(book, desk, live, task, context));
    }

    @Bean
    TaskForms bagForm(ReservationBook book, PickingDesk desk, BagLabels labels, LiveUpdates live) {
        return new CaseForm("circulation/bag", (task, context) -> new BagForm(book, desk, labels, live, task, context));
    }

    @Bean
    TaskForms handOverForm(ReservationBook book, DriveDesk desk) {
        return new CaseForm("circulation/hand-over", (task, context) -> new HandOverPanel(
                lines -> desk.handOver(task.ref(), new ReservationId(task.process().id()), lines),
                book.details(new ReservationId(task.process().id())), context.mayAct(),
                (taken, all) -> context.done("staff.handOver.done", taken, all), context::refused).keptIn(context));
    }

    @Bean
    TaskForms shelfReturnForm(SetAsideShelf shelf) {
        return new Form("circulation/shelf-return", (task, context) -> new ShelfReturnForm(shelf, task, context));
    }

    @Bean
    TaskForms putBackForm(ReservationBook book, PutBackDesk desk, LiveUpdates live) {
        return new CaseForm("circulation/put-back", (task, context) -> new PutBackForm(book, desk, live, task, context));
    }
}

package org.passerelle.circulation.drive.ui;

import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.service.DriveDesk;
import org.passerelle.circulation.drive.service.PickingDesk;
import org.passerelle.circulation.drive.service.PutBackDesk;
import org.passerelle.circulation.queue.service.SetAsideShelf;
import org.passerelle.circulation.queue.ui.ShelfReturnForm;
import org.passerelle.circulation.reservations.service.BagLabels;
import org.passerelle.circulation.reservations.service.ReservationBook;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.cases.TaskForm;
import org.passerelle.platform.ui.cases.TaskFormContext.TakeBack;
import org.passerelle.platform.ui.cases.TaskForms;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The forms of the user tasks of {@code drive-pickup} and {@code shelf-return}. */
@Configuration
class DriveTaskForms {

    private static RouterLink page(UserTask task) {
        RouterLink link = new RouterLink(ReservationView.class, new RouteParameters("id", task.process().id().toString()));
        link.setText(link.getTranslation("staff.task.reservation"));
        return link;
    }

    @Bean
    TaskForms pickForm(ReservationBook book, PickingDesk desk, LiveUpdates live) {
        return TaskForm.of("circulation/pick", (task, context) -> new PickForm(book, desk, live, task, context)).withPage(DriveTaskForms::page);
    }

    @Bean
    TaskForms bagForm(ReservationBook book, PickingDesk desk, BagLabels labels, LiveUpdates live) {
        return TaskForm.of("circulation/bag", (task, context) -> new BagForm(book, desk, labels, live, task, context)).withPage(DriveTaskForms::page);
    }

    @Bean
    TaskForms handOverForm(ReservationBook book, DriveDesk desk) {
        return TaskForm.of("circulation/hand-over", (task, context) -> new HandOverPanel(
                lines -> desk.handOver(task.ref(), new ReservationId(task.process().id()), lines),
                book.details(new ReservationId(task.process().id())), context.mayAct(),
                (taken, all) -> context.done(new TakeBack("staff.handOver.undo",
                        () -> desk.notHandedOver(new ReservationId(task.process().id()))), "staff.handOver.done", taken, all),
                context::refused).keptIn(context)).withPage(DriveTaskForms::page);
    }

    @Bean
    TaskForms shelfReturnForm(SetAsideShelf shelf) {
        return TaskForm.of("circulation/shelf-return", (task, context) -> new ShelfReturnForm(shelf, task, context));
    }

    @Bean
    TaskForms putBackForm(ReservationBook book, PutBackDesk desk, LiveUpdates live) {
        return TaskForm.of("circulation/put-back", (task, context) -> new PutBackForm(book, desk, live, task, context)).withPage(DriveTaskForms::page);
    }
}

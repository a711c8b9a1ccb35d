package org.passerelle.circulation.drive.ui;

import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.service.DriveDesk;
import org.passerelle.circulation.drive.service.PickingDesk;
import org.passerelle.circulation.drive.service.PutBackDesk;
import org.passerelle.circulation.queue.service.SetAsideShelf;
import org.passerelle.circulation.queue.ui.ShelfReturnForm;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.circulation.reservations.service.BagLabels;
import org.passerelle.circulation.reservations.service.ReservationBook;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.cases.CasePage;
import org.passerelle.platform.ui.cases.TaskForm;
import org.passerelle.platform.ui.cases.TaskFormContext;
import org.passerelle.platform.ui.cases.TaskFormContext.TakeBack;
import org.passerelle.platform.ui.cases.TaskForms;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The forms of the user tasks of {@code drive-pickup} and {@code shelf-return}, and the page of a reservation. */
@Configuration
class DriveTaskForms {

    private static RouterLink page(UserTask task) {
        return page(task.process().id());
    }

    private static RouterLink page(UUID reservation) {
        RouterLink link = new RouterLink(ReservationView.class, new RouteParameters("id", reservation.toString()));
        link.setText(link.getTranslation("staff.task.reservation"));
        return link;
    }

    @Bean
    CasePage reservationPage() {
        return new CasePage(DrivePickupProcess.KEY, reservation -> Optional.of(page(reservation)));
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
        return TaskForm.of("circulation/hand-over", (task, context) -> handOver(book, desk, task, context)).withPage(DriveTaskForms::page);
    }

    private static HandOverPanel handOver(ReservationBook book, DriveDesk desk, UserTask task, TaskFormContext context) {
        ReservationId id = new ReservationId(task.process().id());
        ReservationDetails before = book.details(id);
        TakeBack takeBack = HandOverPanel.canBeTakenBack(before)
                ? new TakeBack("staff.handOver.undo", () -> desk.notHandedOver(id)) : null;
        return new HandOverPanel(lines -> desk.handOver(task.ref(), id, lines), before, context.mayAct(),
                (taken, all) -> context.done(takeBack, "staff.handOver.done", taken, all), context::refused).keptIn(context);
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

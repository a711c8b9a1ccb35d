package org.passerelle.inbox.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.inbox.domain.InboxFilter;
import org.passerelle.inbox.domain.InboxTask;
import org.passerelle.inbox.service.Inbox;
import org.passerelle.inbox.service.InboxKeeper;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.BranchScreen;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.cases.TaskFormContext.TakeBack;
import org.passerelle.platform.ui.cases.TaskForms;
import org.passerelle.platform.ui.cases.UndoBar;
import org.passerelle.platform.ui.live.EachMinute;
import org.passerelle.platform.ui.live.LiveUpdates;

/** The inbox: the list on the left, the open task on the right; the address holds the filter and the selection. */
@Route("inbox/:task?")
@RolesAllowed("AGENT")
public class InboxView extends Div implements BeforeEnterObserver, AfterNavigationObserver, BranchScreen, HasDynamicTitle {

    private static final String WIDE = "inbox-wide";
    /** On a phone the list has the screen to itself: there, nothing opens by itself. */
    private static final String IF_WIDE =
            "if (window.matchMedia('(min-width: 801px)').matches) this.dispatchEvent(new CustomEvent('%s'))".formatted(WIDE);

    private final Inbox inbox;
    private final Map<String, TaskForms> forms;
    private final Messages messages;
    private final SignedIn signedIn;
    private final AppClock clock;

    private final InboxList list;
    private final Div detail = new Div();
    private final Note told = new Note();
    private final InboxKeys keys = new InboxKeys(getElement(), Map.of("j", () -> step(true), "k", () -> step(false),
            "c", this::claim, "e", this::finish, "/", this::search));

    private InboxFilter filter = InboxFilter.START;
    /** Where the person works, as far as this page knows: what the list is of where its address names nothing else. */
    private UUID home;
    private TaskPanel open;

    InboxView(Inbox inbox, List<TaskForms> forms, Messages messages, SignedIn signedIn, AppClock clock, LiveUpdates live) {
        this.inbox = inbox;
        this.forms = forms.stream().collect(Collectors.toMap(TaskForms::formKey, Function.identity()));
        this.messages = messages;
        this.signedIn = signedIn;
        this.clock = clock;
        this.list = new InboxList(inbox, clock, this::narrow, this::show);
        addClassNames("split", "inbox");
        getElement().addEventListener(WIDE, seen -> openFirst());
        detail.addClassName("split-detail");
        add(list, detail);
        live.follow(this, InboxKeeper.CHANGED, this::refresh);
        live.follow(this, EachMinute.TOPIC, this::timePasses);
        live.follow(this, InboxKeeper.changedFor(signedIn.require(Role.AGENT).accountId()), this::refresh);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        Registration listening = keys.listen(attached.getUI());
        addDetachListener(detached -> {
            detached.unregisterListener();
            listening.remove();
        });
    }

    /** What the frame is told when it asks which branch is shown. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        home = inbox.start().branch();
        filter = InboxAddress.filter(event.getLocation().getQueryParameters(), filter.words(), home);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Optional<TaskRef> asked = event.getRouteParameters().get(InboxAddress.TASK).map(TaskRef::new);
        if (asked.isEmpty()) {
            close("inbox.none");
        } else if (open == null || !open.task().ref().equals(asked.get())) {
            inbox.task(asked.get()).ifPresentOrElse(this::open, () -> close("inbox.unknown"));
        }
        list.show(filter, home);
        if (asked.isEmpty()) {
            getElement().executeJs(IF_WIDE);
        }
    }

    /** Without a step in the browser's history: who goes back leaves the inbox. */
    private void openFirst() {
        if (open == null) {
            list.first().ifPresent(task -> {
                open(task);
                follow();
            });
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("inbox.title") + " · Passerelle";
    }

    private void open(InboxTask task) {
        open = new TaskPanel(task, forms.get(task.formKey()), inbox, messages, clock,
                signedIn.require(Role.AGENT).accountId(), this::completed);
        Button back = new Button(getTranslation("inbox.back"), click -> show(null));
        back.addClassName("inbox-back");
        told.removeFromParent();
        detail.removeAll();
        detail.add(back, open);
        setClassName("detail-open", true);
        list.select(task);
    }

    private void close(String why) {
        open = null;
        Div empty = new Div(new H2(getTranslation(why)), new Paragraph(getTranslation(why + ".how")));
        empty.addClassName("empty");
        told.removeFromParent();
        detail.removeAll();
        detail.add(empty);
        setClassName("detail-open", false);
        list.select(null);
    }

    private void refresh() {
        list.show(filter, home);
        if (open != null) {
            inbox.task(open.task().ref()).ifPresentOrElse(open::refresh, open::gone);
        }
    }

    /** Whatever says for how long is drawn anew, and nothing else. */
    private void timePasses() {
        list.show(filter, home);
        if (open != null) {
            open.timePasses();
        }
    }

    /** The word stands on the page, above what comes next: it covers nothing, and goes with the next step. */
    private void completed(InboxTask task, TakeBack takeBack, String messageKey, Object... args) {
        show(inbox.after(filter, task).or(() -> inbox.before(filter, task)).orElse(null));
        if (takeBack == null) {
            UndoBar.gone();
            told.done(messageKey, args);
            showTold();
        } else {
            told.removeFromParent();
            UndoBar.offer(getTranslation(messageKey, args), getTranslation(takeBack.labelKey()), () -> takenBack(takeBack));
        }
    }

    /** The person is back at the task, wherever they have gone meanwhile. */
    private void takenBack(TakeBack takeBack) {
        switch (takeBack.gesture().get()) {
            case Outcome.Done<TaskRef> again -> {
                UI.getCurrent().navigate(InboxView.class, InboxAddress.of(again.value()), InboxAddress.of(filter, home));
                if (isAttached()) {
                    told.done("inbox.takenBack");
                    showTold();
                } else {
                    Note.overThePage(getTranslation("inbox.takenBack"));
                }
            }
            case Outcome.Refused<TaskRef> no when isAttached() -> {
                told.refused(no);
                showTold();
            }
            case Outcome.Refused<TaskRef> no -> Note.overThePage(getTranslation(no.reason().messageKey(), no.args()));
        }
    }

    private void showTold() {
        (open == null ? list : detail).addComponentAsFirst(told);
        told.scrollIntoView();
    }

    private void step(boolean forward) {
        Optional<InboxTask> next = open == null ? inbox.page(filter, 0, 1).stream().findFirst()
                : forward ? inbox.after(filter, open.task()) : inbox.before(filter, open.task());
        next.ifPresent(this::show);
    }

    private void show(InboxTask task) {
        UI.getCurrent().navigate(InboxView.class, InboxAddress.of(task == null ? null : task.ref()),
                InboxAddress.of(filter, home));
    }

    /** Another branch is another page: the frame says which. */
    private void narrow(InboxFilter asked) {
        boolean elsewhere = !Objects.equals(asked.branch(), filter.branch());
        filter = asked;
        if (elsewhere) {
            show(open == null ? null : open.task());
        } else {
            follow();
            list.show(asked, home);
        }
    }

    @Override
    public Optional<Shown> shownBranch() {
        return list.branch(filter.branch()).map(branch -> new Shown(branch.id(), branch.name()));
    }

    @Override
    public void workAt(UUID branch) {
        home = branch;
        filter = filter.at(branch);
        follow();
        list.show(filter, home);
    }

    /** The address follows without a step in the browser's history for each letter typed. */
    private void follow() {
        UI.getCurrent().getPage().getHistory().replaceState(null,
                new Location(open == null ? "inbox" : "inbox/" + open.task().ref().value(), InboxAddress.of(filter, home)));
    }

    private void claim() {
        if (open != null) {
            open.claim();
        }
    }

    private void finish() {
        if (open != null) {
            open.finish();
        }
    }

    private void search() {
        list.focusSearch();
    }
}

package org.passerelle.team.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.secrets.SealedTexts.Reading;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.Confirmation;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.UnsavedScreen;
import org.passerelle.platform.ui.cases.CaseSteps;
import org.passerelle.platform.ui.cases.FormsInPlace;
import org.passerelle.platform.ui.cases.StoryList;
import org.passerelle.platform.ui.cases.TasksInPlace;
import org.passerelle.platform.ui.home.ListCard.Row;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.passerelle.team.members.service.LeaveCalendar.Wished;
import org.passerelle.team.members.service.LeaveCalendar;
import org.passerelle.team.members.service.LeaveDesk;
import org.passerelle.team.members.service.Teams;
import org.passerelle.team.returns.domain.FollowUp;
import org.passerelle.team.returns.domain.Needs;
import org.passerelle.team.returns.domain.ReturnStage;
import org.passerelle.team.returns.service.AddedMeasures;
import org.passerelle.team.returns.service.MyReturn.HealthSeen;
import org.passerelle.team.returns.service.MyReturn;
import org.passerelle.team.returns.service.ReturnDesk;
import org.passerelle.team.returns.service.ReturnNews;
import org.passerelle.team.returns.service.ReturnPages.Facts;
import org.passerelle.team.returns.service.ReturnPages.Measure;
import org.passerelle.team.returns.service.ReturnPages.Page;
import org.passerelle.team.returns.service.ReturnPages;
import org.passerelle.team.returns.service.ReturnStart.ReturnDates;
import org.passerelle.team.returns.service.ReturnStart;
import org.passerelle.team.ui.leave.LeaveCalendarView;
import org.passerelle.team.ui.leave.WishRows;

/** Somebody's own page: their return, their measures, their talks, their wishes for leave, what is held about them and who has read it. */
@Route("my-work")
@RolesAllowed("AGENT")
public class MyWorkView extends Main implements UnsavedScreen, HasDynamicTitle {

    private final ReturnPages pages;
    private final MyReturn mine;
    private final ReturnDesk desk;
    private final ReturnStart start;
    private final AddedMeasures added;
    private final LeaveCalendar calendar;
    private final LeaveDesk leave;
    private final Messages messages;
    private final Note note = new Note();
    private final Div top = new Div();
    private final Div content = new Div();
    private final Section wishes = new Section();
    private final TasksInPlace tasks;
    /** What is half typed stays while what is around it is drawn anew. */
    private ReturnDateFields dates = new ReturnDateFields(null, false);

    MyWorkView(ReturnPages pages, MyReturn mine, ReturnDesk desk, ReturnStart start, AddedMeasures added, LeaveCalendar calendar,
               LeaveDesk leave, FormsInPlace forms, SignedIn signedIn, LiveUpdates live, Messages messages) {
        this.pages = pages;
        this.mine = mine;
        this.desk = desk;
        this.start = start;
        this.added = added;
        this.tasks = new TasksInPlace(forms, FormsInPlace.told(note, this::show));
        this.calendar = calendar;
        this.leave = leave;
        this.messages = messages;
        addClassNames("page", "narrow", "my-work");
        wishes.addClassName("card");
        Div header = new Div(new H1(getTranslation("team.mine.title")));
        Optional<UUID> myTeam = pages.myTeam();
        myTeam.ifPresent(team -> header.add(new RouterLink(getTranslation("team.mine.wishes"), LeaveCalendarView.class,
                team.toString())));
        header.addClassName("page-header");
        add(header, note, top, tasks, content);
        UUID me = signedIn.require(Role.AGENT).accountId();
        live.follow(this, ReturnNews.OWN.of(me), this::show);
        myTeam.ifPresent(team -> live.follow(content, Teams.CHANGED.of(team), this::showWishes));
        show();
    }

    private void show() {
        top.removeAll();
        content.removeAll();
        Optional<Page> page = pages.mine();
        if (page.isEmpty() || page.get().facts().outcome() != null) {
            top.add(announce());
        }
        // A form stays, with what is half typed in it.
        tasks.show(page.map(Page::toDo).orElse(List.of()));
        page.ifPresent(this::show);
        content.add(wishes);
        showWishes();
        content.add(held(page.map(Page::facts)));
    }

    private void showWishes() {
        List<Wished> mineToCome = calendar.mine();
        wishes.removeAll();
        wishes.setVisible(!mineToCome.isEmpty());
        wishes.add(new H2(getTranslation("team.mine.myWishes")), new WishRows(mineToCome, leave, note, this::showWishes));
    }

    private void show(Page page) {
        Facts facts = page.facts();
        top.add(new CaseSteps(page.standing(), facts.zone()));
        HealthSeen health = mine.health(facts.id()).value();
        if (facts.outcome() == null) {
            content.add(gestures(facts, health));
        }
        if (!health.turnTo().isEmpty()) {
            content.add(nobodyHolds(health.turnTo()));
        }
        List<Measure> waiting = pages.waitingFromOthers(facts.id());
        List<Measure> measures = Stream.of(facts.measures(), waiting, pages.inForceFromOthers(facts.id())).flatMap(List::stream).toList();
        content.add(card("team.mine.measures", new MeasureTable(measures, pages::note, one -> answers(facts.waitsForAgent(one) || waiting.contains(one), one))));
        if (!facts.followUps().isEmpty()) {
            content.add(card("team.mine.talks", talks(facts)));
        }
        content.add(card("staff.case.story", new StoryList(page.story(), facts.zone(), messages)));
    }

    /** For the person alone: whoever gives duties is not told that somebody waits. */
    private Paragraph nobodyHolds(List<String> turnTo) {
        Paragraph told = new Paragraph(getTranslation("team.mine.health.nobody", String.join(", ", turnTo)));
        told.addClassNames("message", "message-due");
        return told;
    }

    /** To what was added once all else was agreed. */
    private Optional<Div> answers(boolean waits, Measure measure) {
        if (!waits) {
            return Optional.empty();
        }
        Div line = new Div(answer("team.mine.agreeTo", measure, () -> added.agreeTo(measure.id())),
                answer("team.mine.decline", measure, () -> added.decline(measure.id())));
        line.addClassName("measure-answers");
        return Optional.of(line);
    }

    private Button answer(String key, Measure measure, Supplier<Outcome<Void>> gesture) {
        String what = getTranslation(key + ".of", TeamWords.measure(this, measure));
        Button answer = new Button(getTranslation(key), click -> new Confirmation(getTranslation("team.sure", what),
                getTranslation("team.sure.text"), getTranslation(key), yes -> answered(key, measure, gesture.get()),
                getTranslation("staff.back"), no -> { }).open());
        answer.addThemeVariants(ButtonVariant.LUMO_SMALL);
        answer.setAriaLabel(what);
        return answer;
    }

    private void answered(String key, Measure measure, Outcome<Void> outcome) {
        if (outcome.isDone()) {
            note.done(key + ".told", TeamWords.measure(this, measure));
        } else {
            note.refused(outcome);
        }
        show();
    }

    private Div gestures(Facts facts, HealthSeen health) {
        Div line = new Div();
        line.addClassName("form-actions");
        if (facts.saidNeeds()) {
            Button again = new Button(getTranslation("team.mine.said"));
            again.addClickListener(click -> {
                line.remove(again);
                content.addComponentAtIndex(content.indexOf(line) + 1, card("team.mine.said", new NeedsList(mine.said(facts.id()).value())));
            });
            line.add(again);
        }
        if (!health.followed()) {
            line.add(new Button(getTranslation("team.mine.health"), click -> confirm("team.mine.health", "team.mine.health.text",
                    "team.mine.health.told", () -> mine.askForHealth(facts.id()))));
        }
        if (facts.stage() != ReturnStage.AWAY_AGAIN) {
            line.add(new Button(getTranslation("team.mine.awayAgain"), click -> confirm("team.mine.awayAgain",
                    "team.return.awayAgain.text", "team.return.awayAgain.told", () -> desk.awayAgain(facts.id()))));
        }
        if (facts.stage() == ReturnStage.EXPECTED || facts.stage() == ReturnStage.BRIEFING || facts.stage() == ReturnStage.AWAY_AGAIN) {
            line.add(new Button(getTranslation(facts.stage() == ReturnStage.AWAY_AGAIN ? "team.return.newDate" : "team.return.changeDate"),
                    click -> new ChangeDateDialog(desk, facts, () -> {
                        note.done("team.return.dateChanged");
                        show();
                    }).open()));
        }
        return line;
    }

    private void confirm(String key, String text, String told, Supplier<Outcome<Void>> gesture) {
        Confirmation sure = new Confirmation(getTranslation(key + ".title"), getTranslation(text), getTranslation(key), yes -> {
            Outcome<Void> outcome = gesture.get();
            if (outcome.isDone()) {
                note.done(told);
            } else {
                note.refused(outcome);
            }
            show();
        });
        sure.setCancelable(true);
        sure.setCancelText(getTranslation("staff.back"));
        sure.open();
    }

    /** What is typed into the forms of tasks is kept with them for as long as the sign-in lasts. */
    @Override
    public boolean hasUnsavedChanges() {
        return dates.isAttached() && !dates.typed().equals(new ReturnDates(null, null));
    }

    private Section announce() {
        if (pages.myTeam().isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("team.mine.noTeam"));
            none.addClassName("soft");
            return card("team.mine.announce", none);
        }
        Note wrong = new Note();
        Button go = Buttons.once(getTranslation("team.mine.announce.done"), () -> {
            Outcome<UUID> outcome = start.announceMine(dates.typed());
            if (outcome.isDone()) {
                note.done("team.mine.announced");
                dates = new ReturnDateFields(null, false);
                show();
            } else {
                wrong.refused(outcome, dates.fields());
            }
        });
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Paragraph text = new Paragraph(getTranslation("team.mine.announce.text"));
        text.addClassName("soft");
        Div actions = new Div(go);
        actions.addClassName("form-actions");
        Div form = new Div(text, dates, wrong, actions);
        EnterKey.presses(form, go);
        return card("team.mine.announce", form);
    }

    private UnorderedList talks(Facts facts) {
        UnorderedList rows = new UnorderedList();
        rows.addClassName("rows");
        facts.followUps().forEach(talk -> {
            Row row = talk(facts, talk);
            if (talk.state().isToCome() && (facts.stage() == ReturnStage.THERE || facts.stage() == ReturnStage.TO_SIGN) && facts.outcome() == null) {
                Button skip = new Button(getTranslation("team.mine.skip"), click -> confirmSkip(facts.id(), talk.afterDays()));
                skip.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
                skip.setAriaLabel(getTranslation("team.mine.skipOf", talk.afterDays()));
                row.about(skip);
            }
            rows.add(row);
        });
        return rows;
    }

    private Row talk(Facts facts, FollowUp talk) {
        return new Row(new Span(getTranslation("team.talks.after", talk.afterDays())))
                .tagged(new Span(getTranslation("team.talks.state." + talk.state())))
                .about(TeamWords.day(facts.cameBackOn().plusDays(talk.afterDays())));
    }

    private void confirmSkip(UUID id, int afterDays) {
        new Confirmation(getTranslation("team.sure", getTranslation("team.mine.skipOf", afterDays)), getTranslation("team.sure.text"),
                getTranslation("team.mine.skip"), yes -> skip(id, afterDays), getTranslation("staff.back"), no -> { }).open();
    }

    private void skip(UUID id, int afterDays) {
        Outcome<Void> outcome = mine.skipTalk(id, afterDays);
        if (outcome.isDone()) {
            note.done("team.mine.skipped", afterDays);
        } else {
            note.refused(outcome);
        }
        show();
    }

    /** What there is about the person, in words, and who has opened what is private of it. */
    private Section held(Optional<Facts> facts) {
        Div all = new Div(new Paragraph(getTranslation(facts.isEmpty() ? "team.held.nothing" : "team.held.what")));
        List<Reading> readings = pages.readings();
        if (readings.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("team.read.nobody"));
            none.addClassName("soft");
            all.add(none);
        } else {
            UnorderedList rows = new UnorderedList();
            rows.addClassName("rows");
            readings.forEach(read -> rows.add(new Row(new Span(read.reader() == null ? getTranslation("team.read.gone") : read.reader()))
                    .about(getTranslation("team.read.row", getTranslation(read.messageKey()), DateTimes.dayAndTime(read.at(),
                            facts.map(Facts::zone).orElse(ZoneOffset.UTC), getLocale())))));
            all.add(rows);
        }
        return card("team.mine.held", all);
    }

    private Section card(String titleKey, Component inside) {
        Section card = new Section(new H2(getTranslation(titleKey)), inside);
        card.addClassName("card");
        return card;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("team.mine.title") + " · Passerelle";
    }
}

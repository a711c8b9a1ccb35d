package org.passerelle.quarantine.copies.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.router.WildcardParameter;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.passerelle.catalogue.CatalogueTopics;
import org.passerelle.catalogue.ui.CopyLink;
import org.passerelle.catalogue.ui.PlaceWords;
import org.passerelle.circulation.LoanReturns.PastLoan;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.Confirmation;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;
import org.passerelle.platform.ui.cases.StoryList;
import org.passerelle.platform.ui.cases.ToDo;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.passerelle.quarantine.copies.service.CopyDesk;
import org.passerelle.quarantine.copies.service.CopyStories;
import org.passerelle.quarantine.copies.service.CopyStories.CopyStory;
import org.passerelle.quarantine.copies.service.CopyStories.OutOfUse;
import org.passerelle.quarantine.copies.service.CopyStories.PastReturn;
import org.passerelle.quarantine.domain.ReturnOutcome;
import org.passerelle.quarantine.service.CrateNews;
import org.passerelle.quarantine.ui.CrateView;
import org.passerelle.quarantine.ui.CrateWords;

/** The whole story of one copy: where it is, its loans, its returns and quarantines. */
@Route(CopyLink.PAGE)
@RolesAllowed("AGENT")
public class CopyView extends Main implements HasUrlParameter<String>, HasDynamicTitle {

    private final CopyStories stories;
    private final CopyDesk desk;
    private final LiveUpdates live;
    private final Messages messages;
    private final PlaceWords places;
    private final AppClock clock;
    private final Note told = new Note();
    private Div content = new Div();
    private CopyStory story;

    CopyView(CopyStories stories, CopyDesk desk, LiveUpdates live, Messages messages, PlaceWords places,
             AppClock clock) {
        this.stories = stories;
        this.desk = desk;
        this.live = live;
        this.messages = messages;
        this.places = places;
        this.clock = clock;
        add(told, content);
        addClassNames("page", "narrow", "copy-view");
    }

    /** @param path may hold a slash, and is empty where the barcode stands in the query */
    @Override
    public void setParameter(BeforeEvent event, @WildcardParameter String path) {
        Optional<CopyStory> found = stories.of(CopyLink.barcode(path, event.getLocation().getQueryParameters()));
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        told.clear();
        Div fresh = new Div();
        replace(content, fresh);
        content = fresh;
        live.follow(content, CatalogueTopics.TITLE.of(found.get().copy().title()), this::refresh);
        show(found.get());
    }

    private void refresh() {
        stories.of(story.copy().barcode()).ifPresent(this::show);
    }

    private void show(CopyStory now) {
        story = now;
        Div shown = new Div();
        // What is done with a crate belongs to the story of what lies in it.
        story.returns().stream().limit(1).map(PastReturn::crate).filter(Objects::nonNull).forEach(crate ->
                live.follow(shown, CrateNews.CRATE_TOPIC.of(crate.value()), this::refresh));
        List<Component> before = content.getChildren().toList();
        content.add(shown);
        content.remove(before);
        Paragraph sub = new Paragraph(story.branchName() + " · " + story.copy().barcode()
                + (story.copy().shelfMark() == null ? "" : " · " + story.copy().shelfMark()));
        sub.addClassName("sub");
        Div header = new Div(new Div(new H1(story.copy().titleText()), sub));
        header.addClassName("page-header");
        if (story.mayComeBack()) {
            header.add(new Button(getTranslation("copy.back"), click -> confirmBack()));
        }
        OrderedList returns = new OrderedList();
        story.returns().forEach(back -> returns.add(row(back)));
        OrderedList loans = new OrderedList();
        story.loans().forEach(loan -> loans.add(row(loan)));
        shown.add(header, new ToDo(story.toDo()), place());
        if (!story.decisions().isEmpty()) {
            Section decisions = new Section(new H2(getTranslation("copy.decisions")),
                    new StoryList(story.decisions(), story.zone(), messages));
            decisions.addClassName("card");
            shown.add(decisions);
        }
        if (!story.outOfUse().isEmpty()) {
            OrderedList outOfUse = new OrderedList();
            story.outOfUse().forEach(past -> outOfUse.add(row(past)));
            shown.add(list("copy.outOfUse", "copy.outOfUse", outOfUse));
        }
        if (!story.waiting().isEmpty()) {
            OrderedList waiting = new OrderedList();
            story.waiting().forEach(name -> waiting.add(row(name)));
            shown.add(list("copy.waiting", "copy.waiting", waiting));
        }
        shown.add(list("copy.returns", "copy.noReturn", returns), list("copy.loans", "copy.noLoan", loans));
    }

    private void confirmBack() {
        new Confirmation(getTranslation("copy.back.title", story.copy().titleText()), getTranslation("copy.back.text"),
                getTranslation("copy.back"), yes -> back(), getTranslation("copy.back.no"), no -> { }).open();
    }

    private void back() {
        switch (desk.backIntoCirculation(story.copy().barcode())) {
            case Outcome.Done<Boolean> done -> told.done(done.value() ? "copy.back.setAside" : "copy.back.onShelf",
                    story.copy().titleText());
            case Outcome.Refused<Boolean> refused -> told.refused(refused);
        }
        refresh();
    }

    private Section place() {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, "copy.place", places.of(story.where(clock.instant()), getLocale()));
        fact(facts, "copy.since", at(story.since()));
        fact(facts, "copy.until", story.until() == null ? null : at(story.until()));
        fact(facts, "copy.note", story.note());
        Section section = new Section(new H2(getTranslation("copy.where")), facts);
        section.addClassName("card");
        return section;
    }

    private void fact(DescriptionList facts, String key, String value) {
        if (value != null) {
            facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
        }
    }

    private Section list(String titleKey, String emptyKey, OrderedList rows) {
        rows.addClassName("rows");
        Section section = new Section(new H2(getTranslation(titleKey)));
        section.addClassName("card");
        section.add(rows.getComponentCount() > 0 ? rows : new Paragraph(getTranslation(emptyKey)));
        return section;
    }

    private static ListItem row(String name) {
        Span who = new Span(name);
        who.addClassName("row-title");
        ListItem row = new ListItem(who);
        row.addClassName("row");
        return row;
    }

    private ListItem row(OutOfUse past) {
        ListItem row = row(getTranslation("copy.outOfUse.time", at(past.since()), at(past.until())));
        row.add(new Tag(Tone.PLAIN, getTranslation("catalogue.place." + past.place())), sub(past.note()));
        return row;
    }

    private ListItem row(PastReturn back) {
        Span when = new Span(at(back.droppedOffAt()));
        when.addClassName("row-title");
        ListItem row = new ListItem(when, new Tag(back.outcome() == ReturnOutcome.UNDONE ? Tone.PLAIN : Tone.INFO,
                getTranslation("fate." + back.outcome())));
        row.addClassName("row");
        Span sub = sub(back.branchName() + (back.by() == null ? "" : " · " + back.by()) + " · "
                + getTranslation("returns.source." + back.source()));
        if (back.crate() != null) {
            sub.add(new Span(" · "), new RouterLink(getTranslation("quarantine.crate", back.crateCode()), CrateView.class,
                    back.crate().value().toString()));
        }
        if (back.releaseAt() != null) {
            sub.add(new Span(" · " + getTranslation("copy.release", at(back.releaseAt()))));
        }
        if (back.note() != null) {
            sub.add(new Span(" · " + back.note()));
        }
        row.add(sub);
        back.treatments().forEach(done -> row.add(sub(getTranslation("quarantine.fact.treatment") + " · "
                + CrateWords.treatment(this, done, story.zone(), getLocale()))));
        if (back.early() != null) {
            row.add(sub(getTranslation("copy.early", at(back.early().at()), orNobody(back.early().grantedBy()),
                    orNobody(back.early().askedBy()), back.early().reason())));
        }
        return row;
    }

    private static Span sub(String text) {
        Span sub = new Span(text);
        sub.addClassName("row-sub");
        return sub;
    }

    private static String orNobody(String name) {
        return name == null ? "nobody" : name;
    }

    private ListItem row(PastLoan loan) {
        Span when = new Span(at(loan.startedAt()));
        when.addClassName("row-title");
        ListItem row = new ListItem(when, loan.returnedAt() == null ? new Tag(Tone.DUE, getTranslation("copy.dueOn",
                DateTimes.day(loan.dueOn(), getLocale()))) : new Tag(Tone.DONE, getTranslation("copy.returned",
                at(loan.returnedAt()))));
        row.addClassName("row");
        return row;
    }

    private String at(Instant instant) {
        return DateTimes.dayAndTime(instant, story.zone(), getLocale());
    }

    @Override
    public String getPageTitle() {
        return (story == null ? "" : story.copy().titleText() + " · ") + "Passerelle";
    }
}

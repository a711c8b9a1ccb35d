package org.passerelle.quarantine.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.process.StuckSteps;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;
import org.passerelle.platform.ui.cases.CaseSteps;
import org.passerelle.platform.ui.cases.StoryList;
import org.passerelle.platform.ui.cases.ToDo;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.domain.Crate;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.ReturnOutcome;
import org.passerelle.quarantine.domain.ReturnedCopy;
import org.passerelle.quarantine.service.CrateNews;
import org.passerelle.quarantine.service.CratePage;

/** Everything about one crate: how it stands, what lies in it, its story, where its case stands. */
@Route("crate")
@RolesAllowed("AGENT")
public class CrateView extends Main implements HasUrlParameter<String>, HasDynamicTitle {

    private final CrateGestures.Desk desk;
    private final CrateGestures gestures;
    private final LiveUpdates live;
    private final Messages messages;
    private final Note note = new Note();
    private Div content = new Div();
    private CratePage page;

    CrateView(CrateGestures.Desk desk, LiveUpdates live, Messages messages) {
        this.desk = desk;
        this.live = live;
        this.messages = messages;
        this.gestures = new CrateGestures(desk, note, this::refresh);
        addClassNames("page", "crate-view");
        add(note, content);
    }

    @Override
    public void setParameter(BeforeEvent event, String typed) {
        Optional<CratePage> found = id(typed).flatMap(desk.pages()::find);
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        note.clear();
        Div fresh = new Div();
        replace(content, fresh);
        content = fresh;
        live.follow(content, CrateNews.CRATE_TOPIC.of(found.get().crate().id().value()), this::refresh);
        live.follow(content, StuckSteps.CHANGED, this::refresh);
        show(found.get());
    }

    private static Optional<CrateId> id(String typed) {
        try {
            return Optional.of(new CrateId(UUID.fromString(typed)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void refresh() {
        desk.pages().find(page.crate().id()).ifPresent(this::show);
    }

    private void show(CratePage found) {
        page = found;
        content.removeAll();
        Div columns = new Div(new Div(new ToDo(page.toDo()), facts(), documents()),
                section("staff.case.story", page.story().isEmpty() ? new Paragraph(getTranslation("quarantine.story.none"))
                : new StoryList(page.story(), page.zone(), messages)));
        columns.addClassName("case-columns");
        content.add(header(), new CaseSteps(page.standing(), page.zone()));
        if (!page.asked().isEmpty()) {
            content.add(new AskedReleaseList(page));
        }
        content.add(columns);
        if (!page.decided().isEmpty()) {
            content.add(new DecidedReleaseList(page));
        }
    }

    private Div header() {
        Crate crate = page.crate();
        Paragraph sub = new Paragraph(page.branchName() + " · " + CrateWords.kind(this, crate.material(), crate.stacked()));
        sub.addClassName("sub");
        Div actions = new Div(new CrateLabelLink(desk.labels(), crate.id(), crate.code()));
        actions.addClassName("actions");
        if (!page.documents().isEmpty()) {
            actions.add(CrateSheet.printButton(getTranslation("staff.print.list")));
        }
        if (page.mayAct() && crate.state() == CrateState.QUARANTINE && !page.isAskedWhole()) {
            actions.add(new Button(getTranslation("quarantine.ask"), click -> gestures.askRelease(this, crate)));
        }
        if (page.mayAct() && crate.state() == CrateState.OPEN && !page.documents().isEmpty()) {
            Button seal = new Button(getTranslation("quarantine.seal"), click -> gestures.seal(this, crate.id(),
                    crate.code(), page.documents().size(), page.zone()));
            seal.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(seal);
        }
        Div header = new Div(new Div(new H1(getTranslation("quarantine.crate", crate.code())), sub), actions);
        header.addClassName("page-header");
        return header;
    }

    private Section facts() {
        Crate crate = page.crate();
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        facts.add(new DescriptionList.Term(getTranslation("quarantine.fact.state")),
                new DescriptionList.Description(CrateWords.tags(this, crate.state(), page.late(), page.blocked())));
        fact(facts, "quarantine.fact.opened", at(crate.openedAt()));
        fact(facts, "quarantine.fact.sealed", at(crate.sealedAt()));
        fact(facts, "quarantine.fact.release", page.expectedRelease() == null ? at(crate.releaseAt())
                : getTranslation("quarantine.fact.ifSealed", at(page.expectedRelease())));
        fact(facts, "quarantine.fact.released", at(crate.releasedAt()));
        if (crate.rule() != null) {
            fact(facts, "quarantine.fact.rule", getTranslation("quarantine.fact.rule.text",
                    CrateWords.duration(this, crate.rule().hours()), crate.ruleVersion()));
        }
        page.treatments().forEach(done -> fact(facts, "quarantine.fact.treatment", CrateWords.treatment(this, done,
                page.zone(), getLocale())));
        return section("staff.case.facts", facts);
    }

    private void fact(DescriptionList facts, String key, String value) {
        if (value != null) {
            facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
        }
    }

    private Section documents() {
        OrderedList list = new OrderedList();
        list.addClassName("rows");
        page.documents().forEach(document -> list.add(new DocumentRow(document, page.isAwaited(document), askButton(document))));
        Section section = section("staff.case.documents", new CrateSheet(page, list));
        if (page.documents().isEmpty()) {
            section.add(new Paragraph(getTranslation("quarantine.crate.empty")));
        }
        return section;
    }

    private Component askButton(ReturnedCopy document) {
        if (page.isAskedWhole()) {
            return null;
        }
        if (document.outcome() == ReturnOutcome.IN_CRATE && page.isAsked(document.id())) {
            return new Tag(Tone.DUE, getTranslation("quarantine.asked.tag"));
        }
        if (!page.mayAct() || page.crate().state() != CrateState.QUARANTINE || document.outcome() != ReturnOutcome.IN_CRATE) {
            return null;
        }
        Button ask = new Button(getTranslation("quarantine.ask.one"), click -> gestures.askRelease(this,
                page.crate(), document));
        ask.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        ask.addClassName("no-print");
        ask.setAriaLabel(getTranslation("quarantine.ask.one") + ", " + document.titleText());
        return ask;
    }

    private Section section(String titleKey, Component inside) {
        Section section = new Section(new H2(getTranslation(titleKey)), inside);
        section.addClassName("card");
        return section;
    }

    private String at(Instant instant) {
        return instant == null ? null : DateTimes.dayAndTime(instant, page.zone(), getLocale());
    }

    @Override
    public String getPageTitle() {
        return (page == null ? "" : page.crate().code() + " · ") + "Passerelle";
    }
}

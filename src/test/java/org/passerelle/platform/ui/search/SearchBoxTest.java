package org.passerelle.platform.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.desk.ui.PatronsView;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.ui.MainLayout;
import org.passerelle.quarantine.QuarantineRoom;
import org.passerelle.quarantine.copies.ui.CopyView;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The one search field, scanned and typed into. */
@PasserelleTest
class SearchBoxTest extends ScreenTest {

    @Autowired
    Drive drive;
    @Autowired
    QuarantineRoom room;

    private UUID branch;

    @BeforeEach
    void anAgentAtWork() {
        branch = room.branch("PORT");
        signIn(drive.agentOf(branch));
    }

    @Test
    void aScannedCodeOpensWhatBearsItAtOnce() {
        String barcode = room.book(branch, "Nana");
        Patron jeanne = drive.patron("Jeanne", "Ferrand");

        heard("search-entered", barcode);
        assertThat(getCurrentView()).isInstanceOf(CopyView.class);
        heard("search-entered", jeanne.cardNumber());
        assertThat(getCurrentView()).isInstanceOf(PatronsView.class);
        assertThat(options()).isEmpty();
    }

    @Test
    void wordsShowTheirResultsByKindForKeyboardsAndScreenReaders() {
        Patron jeanne = drive.patron("Jeanne", "Ferrand");
        Patron paul = drive.patron("Paul", "Ferrand");

        heard("search-typed", "ferrand");

        assertThat(field().getAttribute("aria-expanded")).isEqualTo("true");
        assertThat(options()).extracting(RouterLink::getHref)
                .containsExactlyInAnyOrder("patrons/" + jeanne.id(), "patrons/" + paul.id());
        assertThat(options()).allMatch(option -> "option".equals(option.getElement().getAttribute("role")));
        assertThat(all(Span.class).map(Span::getText)).contains("Usagers", "2 résultats", "Ouvrir la fiche");

        heard("search-left", "");
        assertThat(options()).isEmpty();
        assertThat(field().getAttribute("aria-expanded")).isEqualTo("false");
    }

    @Test
    void whereNothingIsFoundItSaysSoAndNothingOpens() {
        UI.getCurrent().navigate("returns");
        heard("search-entered", "<b>99</b>");

        assertThat(all(Div.class).map(Div::getText)).contains("Rien trouvé pour «\u00a0<b>99</b>\u00a0».");
        assertThat(options()).isEmpty();
    }

    @Test
    void whatIsTypedGetsIntoNoAddress() {
        drive.patron("Jeanne", "Ferrand");
        drive.patron("Paul", "Ferrand");
        heard("search-typed", "ferrand");
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters()).doesNotContain("ferrand");
    }

    private List<RouterLink> options() {
        return all(RouterLink.class).filter(link -> link.hasClassName("row") && link.getId().orElse("").startsWith("search-"))
                .toList();
    }

    private Element field() {
        return box().getElement().getChildren().filter(child -> "input".equals(child.getTag())).findFirst().orElseThrow();
    }

    private SearchBox box() {
        if (!find(MainLayout.class).exists()) {
            UI.getCurrent().navigate("catalogue");
            roundTrip();
        }
        return all(SearchBox.class).findFirst().orElseThrow();
    }

    private void heard(String event, String text) {
        Element box = box().getElement();
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("event.detail.text", text);
        box.getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(box, event, data));
        roundTrip();
    }
}

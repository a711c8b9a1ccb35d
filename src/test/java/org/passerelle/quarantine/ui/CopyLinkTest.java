package org.passerelle.quarantine.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.catalogue.ui.TitleView;
import org.passerelle.quarantine.copies.ui.CopyView;
import org.passerelle.quarantine.returns.ui.ReturnsView;

/** From every place where a copy is named to its page, whatever somebody has printed as its barcode. */
class CopyLinkTest extends QuarantineScreens {

    @ParameterizedTest
    @ValueSource(strings = {"R-0042", "AB/12", "AB 12+é", "AB?12", "AB#12", "100%", "AB%41", "AB%2F12", "../12", "..", "/12/",
            "AB;12", "AB\\12", "?barcode=12&barcode=13", HOSTILE})
    void aCopysPageIsReachedFromEverywhere(String barcode) {
        String made = room.lentBook(branch, "Nana", DUE);
        room.jdbc.sql("update app.copy set barcode = ? where barcode = ?").params(barcode, made).update();
        navigate("returns", ReturnsView.class);
        scan(barcode);
        UUID crate = room.jdbc.sql("select id from app.crate").query(UUID.class).single();
        opensTheCopy(barcode);

        navigate("crate/" + crate, CrateView.class);
        opensTheCopy(barcode);

        navigate(TitleView.class, room.jdbc.sql("select title from app.copy").query(UUID.class).single().toString());
        opensTheCopy(barcode);

        room.jdbc.sql("delete from app.returned_copy").update();
        room.jdbc.sql("update app.copy_place set kind = 'OUT_OF_CIRCULATION'").update();
        navigate("returns", ReturnsView.class);
        scan(barcode);
        opensTheCopy(barcode);
    }

    /** Follows the link to it as a browser does, which knows nothing of barcodes. */
    private void opensTheCopy(String barcode) {
        URI address = URI.create("http://localhost/" + all(RouterLink.class).map(RouterLink::getHref)
                .filter(href -> href.startsWith("copy")).findFirst().orElseThrow());
        assertThat(address.getFragment()).isNull();
        UI.getCurrent().navigate(address.getPath().substring(1), address.getRawQuery() == null ? QueryParameters.empty()
                : QueryParameters.fromString(address.getRawQuery()));
        assertThat(getCurrentView()).isInstanceOf(CopyView.class);
        assertThat(texts()).anyMatch(text -> text.contains(" · " + barcode + " · "));
    }
}

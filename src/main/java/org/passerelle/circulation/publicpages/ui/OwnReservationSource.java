package org.passerelle.circulation.publicpages.ui;

import com.vaadin.flow.router.RouteConfiguration;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.passerelle.circulation.reservations.service.ReservationBook;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.platform.ScannedCode;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.search.SearchResult;
import org.passerelle.platform.ui.search.SearchSource;
import org.springframework.stereotype.Component;

/** Reservations of the patron signed in, by code or by title. Six statements, as their own page. */
@Component
class OwnReservationSource implements SearchSource {

    private final ReservationBook book;
    private final Messages messages;

    OwnReservationSource(ReservationBook book, Messages messages) {
        this.book = book;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "search.kind.own";
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public Audience audience() {
        return Audience.PATRONS;
    }

    @Override
    public List<SearchResult> exact(ScannedCode code, Locale locale) {
        return results(reservation -> code.variants().stream()
                .anyMatch(read -> plain(read).equals(plain(reservation.code()))), 1, locale);
    }

    @Override
    public List<SearchResult> find(String words, int limit, Locale locale) {
        List<String> parts = List.of(Normalizer.normalize(words, Normalizer.Form.NFC).split("\\s+"));
        return results(reservation -> reservation.lines().stream().anyMatch(line -> parts.stream()
                .allMatch(part -> plain(line.titleText()).contains(plain(part)))), limit, locale);
    }

    private List<SearchResult> results(Predicate<ReservationDetails> meant, int limit, Locale locale) {
        return book.mine().stream().filter(meant).limit(limit).map(reservation -> result(reservation, locale)).toList();
    }

    private SearchResult result(ReservationDetails reservation, Locale locale) {
        String detail = DateTimes.dayAndTime(reservation.slotStartsAt(), reservation.branch().zone(), locale) + " · "
                + reservation.branch().name();
        return new SearchResult(reservation.code(), detail, messages.text(locale, "search.next.reservation"),
                RouteConfiguration.forSessionScope().getUrl(MyReservationsView.class));
    }

    /** Without accents, case, blanks and signs. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}

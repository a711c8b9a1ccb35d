package org.passerelle.circulation.publicpages.ui.basket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.reservations.service.ReserveCommand;

class BasketTest {

    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();
    private static final UUID THIRD = UUID.randomUUID();

    private final Basket basket = new Basket();

    @Test
    void titlesStayInTheOrderInWhichTheyWereAddedAndEachIsThereOnce() {
        fill(SECOND, FIRST, SECOND, THIRD);

        assertThat(basket.titles()).containsExactly(SECOND, FIRST, THIRD);
    }

    @Test
    void aFullBasketTakesNoMoreAndKeepsWhatItHas() {
        IntStream.range(0, ReserveCommand.MOST_TITLES).forEach(n -> basket.add(UUID.randomUUID()));

        assertThat(basket.add(FIRST)).isFalse();
        assertThat(basket.add(basket.titles().getFirst())).isTrue();
        assertThat(basket.size()).isEqualTo(ReserveCommand.MOST_TITLES);
    }

    @Test
    void whatIsSetAsideIsNotAskedForAndStaysAfterTheReservation() {
        fill(FIRST, SECOND, THIRD);
        basket.setAside(List.of(SECOND));
        assertThat(basket.wanted()).containsExactly(FIRST, THIRD);

        basket.reserved();

        assertThat(basket.titles()).containsExactly(SECOND);
        assertThat(basket.wanted()).containsExactly(SECOND);
    }

    @Test
    void whatIsTakenUpAgainIsAskedFor() {
        fill(FIRST, SECOND);
        basket.setAside(List.of(FIRST, THIRD));
        basket.takeUp(FIRST);

        assertThat(basket.wanted()).containsExactly(FIRST, SECOND);
        assertThat(basket.contains(THIRD)).isFalse();
    }

    @Test
    void anotherBranchBeginsAnewAndTheSameOneKeepsWhatWasChosen() {
        UUID port = UUID.randomUUID();
        fill(FIRST, SECOND);
        basket.choose(port);
        basket.choose(Instant.EPOCH);
        basket.setAside(List.of(FIRST));

        basket.choose(port);
        assertThat(basket.slot()).isEqualTo(Instant.EPOCH);
        assertThat(basket.wanted()).containsExactly(SECOND);

        basket.choose(UUID.randomUUID());
        assertThat(basket.slot()).isNull();
        assertThat(basket.wanted()).containsExactly(FIRST, SECOND);
    }

    private void fill(UUID... titles) {
        List.of(titles).forEach(basket::add);
    }
}

package org.passerelle.quarantine.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.passerelle.quarantine.domain.RoomForecast.Day;

/** From days on which crates leave to how full the room is. */
class RoomForecastTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    private final RoomForecast forecast = new RoomForecast(2, Instant.parse("2026-11-24T09:00:00Z"), PARIS);

    @Test
    void aCrateStandsUntilTheDayOnWhichItLeavesAndThatDayToo() {
        forecast.leaves(Instant.parse("2026-11-26T11:00:00Z"));
        forecast.leave(TODAY.plusDays(40), 1);

        assertThat(forecast.days()).hasSize(RoomForecast.DAYS);
        assertThat(forecast.days()).extracting(Day::standing).startsWith(2, 2, 2, 1, 1).endsWith(1);
        assertThat(forecast.days()).extracting(Day::leaving).startsWith(0, 0, 1, 0);
    }

    @Test
    void theDayIsTheOneOfTheBranch() {
        forecast.leaves(Instant.parse("2026-11-24T23:30:00Z"));
        assertThat(forecast.days()).extracting(Day::leaving).startsWith(0, 1);
    }

    @Test
    void whatHasBeenReleasedOrIsOverdueLeavesToday() {
        forecast.leavesToday();
        forecast.leave(TODAY.minusDays(3), 2);
        assertThat(forecast.days()).extracting(Day::standing).startsWith(3, 0);
    }

    @Test
    void whatIsExpectedToComeStandsThereForAsLongAsItsRuleSays() {
        forecast.come(2, 48);

        assertThat(forecast.days()).extracting(Day::standing).startsWith(0, 2, 4, 6, 6).endsWith(6);
        assertThat(forecast.days()).extracting(Day::expected).startsWith(0, 2, 4, 6, 6);
        assertThat(forecast.overflow()).hasValueSatisfying(over -> assertThat(over.days()).startsWith(TODAY.plusDays(2)));
    }

    @Test
    void lessThanACrateADayAddsUp() {
        forecast.come(0.4, 24 * 30);

        assertThat(forecast.days()).extracting(Day::standing).startsWith(0, 0, 1, 1, 2, 2, 2, 3);
    }

    @Test
    void theRoomOverflowsOnTheDaysWithMoreCratesThanItHolds() {
        forecast.leave(TODAY.plusDays(1), 1);
        forecast.leave(TODAY.plusDays(9), 2);
        assertThat(forecast.overflow()).hasValueSatisfying(over -> {
            assertThat(over.days()).containsExactly(TODAY, TODAY.plusDays(1));
            assertThat(over.most()).isEqualTo(3);
        });
        assertThat(new RoomForecast(3, Instant.parse("2026-11-24T09:00:00Z"), PARIS).overflow()).isEmpty();
    }
}

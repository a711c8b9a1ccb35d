package org.passerelle.trial.making;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.catalogue.MaterialType;

/** The trial library has something true to show whenever it is first started. */
class TrialStoryTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24T14:10:00+01:00", "2026-11-29T03:20:00+01:00", "2026-12-31T23:20:00+01:00",
            "2027-01-01T00:01:00+01:00", "2027-03-28T03:30:00+02:00", "2027-10-31T02:15:00+02:00"})
    void whateverHappenedHappenedBeforeTheStart(String start) {
        Instant now = ZonedDateTime.parse(start).toInstant();

        List<TrialStory.Step> story = TrialStory.upTo(now, null, null);

        assertThat(story).hasSizeGreaterThan(100).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()))
                .allMatch(step -> step.at().isBefore(now));
        Instant current = new TrialHours(now).slot(0);
        assertThat(current).isAfter(now.minus(Duration.ofMinutes(TrialHours.SLOT_MINUTES)))
                .isBefore(now.plus(Duration.ofMinutes(30)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24", "2026-11-29", "2027-03-28", "2027-10-31"})
    void atAnyMinuteOfADaySomebodyCanJustHaveArrived(LocalDate day) {
        Instant midnight = day.atStartOfDay(TrialBranch.ZONE).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(TrialBranch.ZONE).toInstant();
        for (Instant now = midnight; now.isBefore(end); now = now.plus(Duration.ofMinutes(1))) {
            Instant current = new TrialHours(now).slot(0);

            assertThat(now).isBetween(current, current.plus(Duration.ofHours(1)).minusMillis(1));
        }
    }

    @Test
    void theCatalogueIsLargeAndItsBarcodesAreOfTheirKind() {
        List<TrialTitle> titles = TrialTitle.all();

        assertThat(titles).hasSizeGreaterThanOrEqualTo(150)
                .allMatch(title -> title.copies().size() >= 2 && title.copies().size() <= 4);
        assertThat(titles.stream().map(title -> title.title().material()).distinct())
                .contains(MaterialType.BOOK, MaterialType.COMIC, MaterialType.CD, MaterialType.DVD, MaterialType.GAME);
        List<String> barcodes = Stream.concat(
                titles.stream().flatMap(title -> title.copies().stream()).map(TrialTitle.Copy::barcode),
                Stream.of(TrialPatron.values()).map(TrialPatron::card)).toList();
        assertThat(barcodes).doesNotHaveDuplicates().allMatch(TrialStoryTest::isCodabar);
    }

    /** Luhn's rule as a scanner applies it: from the right, every second digit doubled. */
    private static boolean isCodabar(String barcode) {
        int sum = 0;
        for (int i = 0; i < barcode.length(); i++) {
            int digit = barcode.charAt(barcode.length() - 1 - i) - '0';
            int weighed = i % 2 == 1 ? 2 * digit : digit;
            sum += weighed / 10 + weighed % 10;
        }
        return barcode.length() == 14 && sum % 10 == 0;
    }
}

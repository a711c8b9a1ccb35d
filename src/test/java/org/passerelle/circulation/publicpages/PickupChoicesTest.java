package org.passerelle.circulation.publicpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.drive.BranchFixture;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.publicpages.service.PickupChoices;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;

@PasserelleTest
class PickupChoicesTest {

    @Autowired
    Drive drive;
    @Autowired
    PickupChoices choices;

    @Test
    void thePlacesOfABasketTakeFourStatementsHoweverManyBranchesThereAre() {
        UUID port = drive.branch("PORT");
        List<UUID> basket = List.of(drive.title(port, "Germinal", 2));
        Stream.of("GARE", "PARC", "QUAI", "PONT").forEach(drive::branch);
        BranchFixture.branch(drive.jdbc, "SHUT");

        List<String> sent = Statements.during(() -> assertThat(choices.places(basket)).hasSize(5)
                .filteredOn(place -> place.has(basket.getFirst())).extracting(PickupChoices.Place::branch)
                .containsExactly(port));

        assertThat(sent).hasSizeLessThanOrEqualTo(4);
    }
}

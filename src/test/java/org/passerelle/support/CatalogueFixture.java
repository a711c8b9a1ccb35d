package org.passerelle.support;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.passerelle.catalogue.Cataloguing;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.NewCopy;
import org.passerelle.catalogue.NewTitle;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;

/** Titles and copies for tests, added as a manager would. */
public class CatalogueFixture {

    private static final CurrentUser MANAGER =
            new CurrentUser(UUID.randomUUID(), "Catalogue", Role.MANAGER, Set.of(), null);

    private final Cataloguing cataloguing;
    private final BranchRepository branches;
    private final SignedIn signedIn;
    private final AtomicInteger number = new AtomicInteger();

    public CatalogueFixture(Cataloguing cataloguing, BranchRepository branches, SignedIn signedIn) {
        this.cataloguing = cataloguing;
        this.branches = branches;
        this.signedIn = signedIn;
    }

    /** @param copies in the order in which they were added; the first has the lowest barcode */
    public record TitleWithCopies(UUID title, List<UUID> copies) {

        public UUID copy() {
            return copies.getFirst();
        }
    }

    public UUID branch(String code) {
        return branches.save(new Branch(code, "Médiathèque " + code, null, null, ZoneId.of("Europe/Paris"), null, null))
                .id();
    }

    public TitleWithCopies title(String title, String author, UUID branch, int copies) {
        return title(NewTitle.of("test-" + number.incrementAndGet(), title, author, 1950, MaterialType.BOOK), branch,
                copies);
    }

    public TitleWithCopies title(NewTitle title, UUID branch, int copies) {
        return signedIn.runAs(MANAGER, () -> {
            UUID id = cataloguing.addTitle(title);
            return new TitleWithCopies(id, IntStream.range(0, copies).mapToObj(n -> copy(id, branch)).toList());
        });
    }

    /** One more copy, with the next test barcode, on its shelf at that branch. */
    public UUID copy(UUID title, UUID branch) {
        String barcode = "%08d".formatted(number.incrementAndGet());
        return copy(new NewCopy(title, barcode, branch, "R " + barcode, MaterialType.BOOK, null));
    }

    public UUID copy(NewCopy copy) {
        return signedIn.runAs(MANAGER, () -> cataloguing.addCopy(copy));
    }
}

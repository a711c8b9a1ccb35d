package org.passerelle.circulation.publicpages.service;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.passerelle.catalogue.Availability;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.TitleInfo;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.slots.service.PickupSlots;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a basket could become: which of its titles are free where. For everybody, signed in or not. */
@Service
@Transactional(readOnly = true)
public class PickupChoices {

    private final CopyPlaces copies;
    private final BranchRepository branches;
    private final PickupSlots slots;

    PickupChoices(CopyPlaces copies, BranchRepository branches, PickupSlots slots) {
        this.copies = copies;
        this.branches = branches;
        this.slots = slots;
    }

    /** Those of the titles that exist, in the order given. */
    public List<TitleInfo> titles(List<UUID> basket) {
        Map<UUID, TitleInfo> known = copies.titles(basket);
        return basket.stream().map(known::get).filter(Objects::nonNull).toList();
    }

    /** The branches that hand documents over, in order of name. Four statements. */
    public List<Place> places(List<UUID> basket) {
        Map<UUID, Map<UUID, Availability>> availability = copies.availability(basket);
        Set<UUID> open = slots.branchesWithFreeSlots();
        return branches.findAllByOrderByName().stream()
                .filter(branch -> open.contains(branch.id()))
                .map(branch -> new Place(branch.id(), branch.name(), branch.address(), branch.zone(),
                        availability.getOrDefault(branch.id(), Map.of())))
                .toList();
    }

    /**
     * A branch that has a free slot to offer.
     *
     * @param address or null
     * @param titles  what it has of each title, and will have; titles of which it has no copy are not in it
     */
    public record Place(UUID branch, String name, String address, ZoneId zone, Map<UUID, Availability> titles) {

        /** A copy is on its shelf there. */
        public boolean has(UUID title) {
            return availability(title).available() > 0;
        }

        /** Its copies are all away: who wants one may wait for it. */
        public boolean mayWaitFor(UUID title) {
            return !has(title) && availability(title).copies() > 0;
        }

        public Availability availability(UUID title) {
            return titles.getOrDefault(title, Availability.NOTHING);
        }
    }
}

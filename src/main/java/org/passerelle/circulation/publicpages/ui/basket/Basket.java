package org.passerelle.circulation.publicpages.ui.basket;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.circulation.reservations.service.ReserveCommand;

/**
 * What somebody wants to reserve, and where and when: kept with their visit, before and after they sign in, until they
 * sign out.
 */
@SpringComponent
@VaadinSessionScope
class Basket implements Serializable {

    private final UUID id = UUID.randomUUID();
    private final Set<UUID> titles = new LinkedHashSet<>();
    private final Set<UUID> setAside = new LinkedHashSet<>();
    private final Set<UUID> waits = new LinkedHashSet<>();
    private LocalDate wantedUntil;
    private UUID branch;
    private Instant slot;

    /** Of this visit's; it opens nothing. */
    UUID id() {
        return id;
    }

    /** @return false when it is full: {@link ReserveCommand#MOST_TITLES} */
    boolean add(UUID title) {
        if (titles.size() >= ReserveCommand.MOST_TITLES && !titles.contains(title)) {
            return false;
        }
        titles.add(title);
        return true;
    }

    void remove(UUID title) {
        titles.remove(title);
        takeUp(title);
    }

    boolean contains(UUID title) {
        return titles.contains(title);
    }

    /** All of them, in the order in which they were added. */
    List<UUID> titles() {
        return List.copyOf(titles);
    }

    int size() {
        return titles.size();
    }

    /** Stays in the basket, but is not asked for this time. */
    void setAside(Collection<UUID> forLater) {
        forLater.stream().filter(titles::contains).forEach(setAside::add);
    }

    /** Is not asked for this time: the patron is told when the chosen branch has it. */
    void waitFor(Collection<UUID> away) {
        away.stream().filter(titles::contains).forEach(waits::add);
    }

    void takeUp(UUID title) {
        setAside.remove(title);
        waits.remove(title);
    }

    boolean isWaitedFor(UUID title) {
        return waits.contains(title);
    }

    List<UUID> waits() {
        return List.copyOf(waits);
    }

    /** The last day on which what is waited for is wanted, or null. */
    LocalDate wantedUntil() {
        return wantedUntil;
    }

    void wantUntil(LocalDate lastDay) {
        wantedUntil = lastDay;
    }

    boolean isSetAside(UUID title) {
        return setAside.contains(title);
    }

    /** What is asked for this time. */
    List<UUID> wanted() {
        return titles.stream().filter(title -> !setAside.contains(title) && !waits.contains(title)).toList();
    }

    /** What another branch lacked, this one may have: nothing is set aside any more, and the slot is to be chosen. */
    void choose(UUID newBranch) {
        if (!newBranch.equals(branch)) {
            branch = newBranch;
            slot = null;
            setAside.clear();
            waits.clear();
        }
    }

    void choose(Instant newSlot) {
        slot = newSlot;
    }

    /** Or null. */
    UUID branch() {
        return branch;
    }

    /** Or null. */
    Instant slot() {
        return slot;
    }

    /** What was asked for leaves the basket; what was set aside stays for another time, as does what is waited for. */
    void reserved() {
        titles.removeAll(new ArrayList<>(wanted()));
        setAside.clear();
        slot = null;
    }
}

package org.passerelle.trial.making;

import static org.passerelle.platform.journal.Journal.Channel.DESK;
import static org.passerelle.platform.journal.Journal.Channel.LETTER;
import static org.passerelle.platform.journal.Journal.Channel.ONLINE;
import static org.passerelle.platform.journal.Journal.Channel.PHONE;
import static org.passerelle.quarantine.domain.ReturnSource.BOX;
import static org.passerelle.quarantine.domain.ReturnSource.VOLUNTEER;
import static org.passerelle.trial.making.TrialBranch.CANAL;
import static org.passerelle.trial.making.TrialBranch.TILLEULS;
import static org.passerelle.trial.making.TrialBranch.VERNE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.quarantine.domain.ReturnSource;

/**
 * Cases at every stage around the instant of the first start, as a list of what somebody did when. The list depends on
 * that instant alone: a making that was interrupted goes on where it stopped.
 */
final class TrialStory {

    /** @param what happened, told at the instant it happened */
    record Step(Instant at, Runnable what) {
    }

    private final Instant now;
    private final TrialHours hours;
    private final TrialDesk desk;
    private final TrialTeams teams;
    private final List<TrialTitle> free;
    private final List<Step> steps = new ArrayList<>();

    private TrialStory(Instant now, TrialDesk desk, TrialTeams teams) {
        this.now = now;
        this.hours = new TrialHours(now);
        this.desk = desk;
        this.teams = teams;
        this.free = new ArrayList<>(TrialTitle.all());
    }

    /** In the order in which it happened. */
    static List<Step> upTo(Instant now, TrialDesk desk, TrialTeams teams) {
        TrialStory story = new TrialStory(now, desk, teams);
        story.canal();
        story.verne();
        story.tilleuls();
        story.calls();
        story.returns();
        story.waits();
        new TrialTeamStory(now, teams).tell(story::at);
        return story.steps.stream().sorted(Comparator.comparing(Step::at)).toList();
    }

    private void canal() {
        new Case("noShow", TrialPatron.ANTOINE, CANAL, 2, hours.slot(-3, -4)).reserved(ONLINE, 50).ready("étagère A1", 20);
        new Case("noShowPutBack", TrialPatron.GABRIEL, CANAL, 2, hours.slot(-4, -2)).reserved(ONLINE, 60)
                .ready("étagère A2", 22).putBackAt(hours.slot(-1, -1));
        new Case("lastWeek", TrialPatron.JEANNE, CANAL, 3, hours.slot(-5, 1)).reserved(ONLINE, 60)
                .ready("étagère B1", 20).collected(0);
        new Case("yesterday", TrialPatron.FRANCOISE, CANAL, 2, hours.slot(-1, -2)).reserved(ONLINE, 50)
                .ready("étagère B1", 22).collected(0);
        new Case("missed", TrialPatron.YASMINE, CANAL, 3, hours.slot(-1, -6)).reserved(ONLINE, 52)
                .ready("étagère A3", 21);
        new Case("school", TrialPatron.ECOLE, CANAL, 9, hours.slot(-6)).reserved(PHONE, 70).ready("chariot 1", 24)
                .collected(0);
        new Case("partly", TrialPatron.CLEMENT, CANAL, 3, hours.slot(-4)).reserved(ONLINE, 48)
                .ready("étagère B2", 20).collected(1);
        new Case("collected", TrialPatron.AMINATA, CANAL, 2, hours.slot(-3)).reserved(ONLINE, 44)
                .ready("étagère B3", 19).collected(0);
        new Case("late", TrialPatron.ELISE, CANAL, 2, hours.slot(-1)).reserved(ONLINE, 30).ready("étagère B4", 5);
        new Case("arrived", TrialPatron.PAUL, CANAL, 3, hours.slot(0)).reserved(ONLINE, 40).ready("étagère C1", 6)
                .arrivedAgo(4);
        new Case("readyNow", TrialPatron.JEANNE, CANAL, 3, hours.slot(0)).reserved(ONLINE, 36).ready("étagère C2", 5);
        new Case("readyCall", TrialPatron.LUCIEN, CANAL, 2, hours.slot(1)).reserved(PHONE, 29).ready("étagère C3", 2);
        new Case("changed", TrialPatron.NOEMIE, CANAL, 2, hours.slot(-2)).reserved(ONLINE, 47).ready("étagère C4", 21)
                .movedTo(hours.slot(5), Duration.ofHours(8));
        new Case("cancelledAfterBag", TrialPatron.MARTIN, CANAL, 2, hours.slot(4)).reserved(ONLINE, 33)
                .ready("étagère D1", 9).cancelledAgo(50);
        new Case("toBag", TrialPatron.MARGARET, CANAL, 3, hours.slot(2)).reserved(ONLINE, 27).picked(3);
        new Case("beingPicked", TrialPatron.THEO, CANAL, 4, hours.slot(3)).reserved(ONLINE, 26).scanned(2, 2);
        new Case("toPickByPhone", TrialPatron.MADELEINE, CANAL, 2, hours.slot(4)).reserved(PHONE, 8);
        new Case("toPickSoon", TrialPatron.OLIVER, CANAL, 3, hours.slot(6)).reserved(ONLINE, 10);
        new Case("cancelledEarly", TrialPatron.CHLOE, CANAL, 2, hours.slot(7)).reserved(ONLINE, 25).cancelledAgo(300);
        new Case("toPickTomorrow", TrialPatron.JEANNE, CANAL, 2, hours.slot(1, 2)).reserved(ONLINE, 3);
        new Case("toPickByLetter", TrialPatron.MAURICE, CANAL, 2, hours.slot(1, 4)).reserved(LETTER, 21);
        new Case("toPickLater", TrialPatron.SAMUEL, CANAL, 2, hours.slot(2, 0)).reserved(ONLINE, 2);
    }

    private void verne() {
        new Case("verneCollected", TrialPatron.COLETTE, VERNE, 2, hours.slot(-2)).reserved(PHONE, 46)
                .ready("casier 1", 18).collected(0);
        new Case("nothingFound", TrialPatron.GABRIEL, VERNE, 1, hours.slot(1, 1)).reserved(ONLINE, 28).nothingFound(5);
        new Case("verneReady", TrialPatron.SUZANNE, VERNE, 2, hours.slot(1)).reserved(PHONE, 30).ready("casier 2", 2);
        new Case("verneArrived", TrialPatron.INES, VERNE, 3, hours.slot(0)).reserved(ONLINE, 31).ready("casier 3", 5)
                .arrivedAgo(2);
        new Case("verneToPick", TrialPatron.ANTOINE, VERNE, 2, hours.slot(4)).reserved(DESK, 6);
        new Case("verneTomorrow", TrialPatron.FRANCOISE, VERNE, 2, hours.slot(1, 3)).reserved(ONLINE, 4);
    }

    private void tilleuls() {
        new Case("tilleulsCollected", TrialPatron.ROSE, TILLEULS, 2, hours.slot(-1, -1)).reserved(DESK, 40)
                .ready("table 1", 18).collected(0);
        new Case("tilleulsReady", TrialPatron.RESIDENCE, TILLEULS, 8, hours.slot(2)).reserved(PHONE, 49)
                .ready("chariot 1", 2);
        new Case("tilleulsToBag", TrialPatron.AMINATA, TILLEULS, 2, hours.slot(3)).reserved(ONLINE, 29).picked(4);
        new Case("tilleulsToPick", TrialPatron.CHLOE, TILLEULS, 3, hours.slot(5)).reserved(ONLINE, 12);
    }

    /** What was to be told on the telephone until an hour and a half ago has been. */
    private void calls() {
        for (Instant at : List.of(hours.slot(-3, 0), hours.slot(-2, 0), hours.slot(-1, 0), hours.slot(-3))) {
            for (TrialBranch branch : TrialBranch.values()) {
                steps.add(new Step(at.plusSeconds(60), () -> desk.callAll(TrialPerson.agentOf(branch))));
            }
        }
    }

    /** Crates at every stage: three days of quarantine, counted from their sealing. */
    private void returns() {
        cameBack(CANAL, BOX, 5, TrialStory::isBook, hours.slot(-4, 4));
        at(hours.slot(-5), () -> desk.inspectAll(CANAL));
        cameBack(CANAL, ReturnSource.DESK, 6, TrialStory::isBook, hours.slot(-3, -3));
        cameBack(CANAL, BOX, 3, title -> title.title().material() == MaterialType.DVD, hours.slot(-3, -2));
        Instant yesterday = hours.slot(-1, -1).plusSeconds(700);
        at(yesterday, () -> desk.comeBack("lastWeek", CANAL));
        at(yesterday.plusSeconds(600), () -> desk.sealAll(CANAL));
        at(hours.slot(-1).plusSeconds(800), () -> desk.comeBack("yesterday", CANAL));
        cameBack(VERNE, BOX, 4, TrialStory::isBook, hours.slot(-1, 1));
        at(hours.slot(-1).plusSeconds(900), () -> desk.comeBack("verneCollected", VERNE));
        cameBack(TILLEULS, VOLUNTEER, 4, TrialStory::isBook, hours.slot(-3, -4));
        cameBack(TILLEULS, ReturnSource.DESK, 3, title -> title.title().material() == MaterialType.CD, hours.slot(-1, 0));
    }

    /** Lent before Passerelle was there, scanned then and sealed ten minutes later. */
    private void cameBack(TrialBranch branch, ReturnSource source, int documents, Predicate<TrialTitle> fits,
                          Instant scanned) {
        List<String> barcodes = choose(documents, title -> title.copiesAt(branch) > 0 && fits.test(title)).stream()
                .map(title -> title.barcodeAt(branch)).toList();
        at(scanned, () -> desk.comeBack(branch, source, barcodes));
        at(scanned.plusSeconds(600), () -> desk.sealAll(branch));
    }

    /** Titles whose only copy at the branch is away: one still in quarantine, one offered, one that nobody wants any more. */
    private void waits() {
        List<String> away = choose(3, title -> isBook(title) && title.copiesAt(CANAL) == 1).stream()
                .map(title -> title.barcodeAt(CANAL)).toList();
        String inQuarantine = away.getFirst();
        List<String> released = away.subList(1, 3);
        // They lie in crates of the returns above, and are sealed and inspected with them.
        at(hours.slot(-4, 4).plusSeconds(60), () -> desk.comeBack(CANAL, BOX, released));
        at(hours.slot(-3, 1), () -> desk.askToWait(TrialPatron.JEANNE, CANAL, released.getFirst()));
        at(hours.slot(-3, 2), () -> desk.askToWait(TrialPatron.MARTIN, CANAL, released.getLast()));
        at(hours.slot(-5).plusSeconds(60), () -> desk.beginOffers());
        at(hours.slot(-3).plusSeconds(200), () -> desk.stopWaiting(TrialPatron.MARTIN, released.getLast()));
        Instant yesterday = hours.slot(-1, -1).plusSeconds(760);
        at(yesterday, () -> desk.comeBack(CANAL, ReturnSource.DESK, List.of(inQuarantine)));
        at(yesterday.plusSeconds(120), () -> desk.askToWait(TrialPatron.JEANNE, CANAL, inQuarantine));
        at(yesterday.plusSeconds(240), () -> desk.askToWait(TrialPatron.NOEMIE, CANAL, inQuarantine));
    }

    private static boolean isBook(TrialTitle title) {
        return title.title().material() == MaterialType.BOOK;
    }

    /** From all over the catalogue, each title once. */
    private List<TrialTitle> choose(int howMany, Predicate<TrialTitle> fits) {
        List<TrialTitle> fitting = free.stream().filter(fits).toList();
        int stride = Math.max(1, fitting.size() / howMany);
        List<TrialTitle> chosen = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            chosen.add(fitting.get((i * stride + stride / 2) % fitting.size()));
        }
        free.removeAll(chosen);
        return chosen;
    }

    private void at(Instant instant, Runnable what) {
        steps.add(new Step(instant.isBefore(now) ? instant : now.minusSeconds(30), what));
    }

    /** One reservation and what becomes of it. */
    private final class Case {

        private final String name;
        private final TrialPatron patron;
        private final TrialBranch branch;
        private final TrialPerson agent;
        private final Instant slot;
        private final List<TrialTitle> titles;

        Case(String name, TrialPatron patron, TrialBranch branch, int documents, Instant slot) {
            this.name = name;
            this.patron = patron;
            this.branch = branch;
            this.agent = TrialPerson.agentOf(branch);
            this.slot = slot;
            this.titles = documents == 1 ? choose(1, title -> title.copiesAt(branch) == 1)
                    : choose(documents, title -> title.copiesAt(branch) > 0 && title.isForChildren() == patron.isChild());
        }

        Case reserved(Channel channel, int hoursBefore) {
            // Nobody writes in the future: a slot to come is asked for that long before now.
            Instant reference = slot.isBefore(now) ? slot : now;
            at(reference.minus(Duration.ofHours(hoursBefore)).plusSeconds(137),
                    () -> desk.reserve(name, patron, branch, slot, channel, titles));
            return this;
        }

        /** Picked, and bagged twenty minutes later, that many slots before the appointment or before now. */
        Case ready(String place, int slotsBefore) {
            Instant picked = slotsBefore(slotsBefore).plusSeconds(251);
            at(picked, () -> desk.scan(name, agent, titles.size()));
            at(picked.plusSeconds(95), () -> desk.pickingDone(name, agent));
            at(picked.plusSeconds(1140), () -> desk.bag(name, agent, place));
            return this;
        }

        Case picked(int slotsBefore) {
            scanned(titles.size(), slotsBefore);
            at(slotsBefore(slotsBefore).plusSeconds(412), () -> desk.pickingDone(name, agent));
            return this;
        }

        Case scanned(int howMany, int slotsBefore) {
            at(slotsBefore(slotsBefore).plusSeconds(301), () -> desk.scan(name, agent, howMany));
            return this;
        }

        void nothingFound(int slotsBefore) {
            at(slotsBefore(slotsBefore).plusSeconds(333), () -> desk.notFound(name, agent));
            at(slotsBefore(slotsBefore).plusSeconds(402), () -> desk.pickingDone(name, agent));
        }

        void collected(int left) {
            at(slot.plusSeconds(220), () -> desk.arrived(name, patron.username()));
            at(slot.plusSeconds(490), () -> desk.handOver(name, agent, left));
        }

        void arrivedAgo(int minutes) {
            at(now.minus(Duration.ofMinutes(minutes)), () -> desk.arrived(name, patron.username()));
        }

        void cancelledAgo(int minutes) {
            at(now.minus(Duration.ofMinutes(minutes)), () -> desk.cancel(name, patron.username()));
        }

        void movedTo(Instant newSlot, Duration before) {
            at(slot.minus(before), () -> desk.changeSlot(name, patron.username(), newSlot));
        }

        void putBackAt(Instant instant) {
            at(instant, () -> desk.putBack(name, agent));
        }

        private Instant slotsBefore(int count) {
            int back = 0;
            while (hours.slot(back).isAfter(slot)) {
                back--;
            }
            return hours.slot(back - count);
        }
    }
}

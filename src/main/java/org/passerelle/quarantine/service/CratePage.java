package org.passerelle.quarantine.service;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.process.steps.CaseStanding;
import org.passerelle.platform.process.steps.OpenTask;
import org.passerelle.quarantine.domain.Crate;
import org.passerelle.quarantine.domain.ReturnedCopy;
import org.passerelle.quarantine.domain.Treatments;

/**
 * Everything about one crate.
 *
 * @param expectedRelease of an open crate: when it would be if it were sealed at closing time; otherwise null
 * @param awaited         titles that somebody waits for at the crate's branch
 * @param asked           early releases on which somebody has to decide
 * @param decided         those on which nobody has to any more
 * @param mayAct          whether the person signed in works for its branch
 * @param late            released more than a day ago, and still not put away
 * @param blocked         whether a step of its process has failed for good, and needs somebody
 * @param standing        where its case stands; without steps while it is open
 * @param toDo            what is to be done about it, decisions on early releases among them
 */
public record CratePage(Crate crate, String branchName, ZoneId zone, Instant expectedRelease, List<ReturnedCopy> documents,
                        Set<UUID> awaited, List<Treatments.Treatment> treatments, List<AskedRelease> asked,
                        List<AskedRelease> decided, boolean mayAct, boolean late, boolean blocked,
                        List<Journal.Entry> story, CaseStanding standing,
                        List<OpenTask> toDo) {

    /** Whether somebody has asked already for that document, or for all of the crate. */
    public boolean isAsked(UUID document) {
        return asked.stream().anyMatch(each -> each.concerns(document));
    }

    public boolean isAskedWhole() {
        return asked.stream().anyMatch(each -> each.returned() == null);
    }

    /** Whether somebody waits for that document where it is. */
    public boolean isAwaited(ReturnedCopy document) {
        return document.ownBranch().equals(crate.branch()) && awaited.contains(document.title());
    }
}

package org.passerelle.platform.network;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The branch at which somebody works at the moment: kept with their account, shown by the frame, followed by every screen.
 * Who has not chosen works at the first of their branches by name, a manager without any at the first of all.
 */
@Service
public class WorkingBranch {

    private final JdbcClient jdbc;
    private final SignedIn signedIn;

    /** By account, so that going from screen to screen asks nothing; as many as there are members of staff. */
    private final Map<UUID, UUID> known = new ConcurrentHashMap<>();

    WorkingBranch(JdbcClient jdbc, SignedIn signedIn) {
        this.jdbc = jdbc;
        this.signedIn = signedIn;
    }

    /** A branch where the person signed in may work. */
    public record Place(UUID id, String name, ZoneId zone) {
    }

    /** Where the person signed in may work, by name: an agent at their own branches, a manager at all. One statement. */
    public List<Place> places() {
        CurrentUser user = signedIn.require(Role.AGENT);
        List<Read> all = jdbc.sql("""
                        select b.id, b.name, b.time_zone, a.id is not null from app.branch b
                        left join app.account a on a.id = :me and a.working_branch = b.id order by b.name, b.id""")
                .param("me", user.accountId())
                .query((row, i) -> new Read(new Place(row.getObject(1, UUID.class), row.getString(2),
                        ZoneId.of(row.getString(3))), row.getBoolean(4))).list().stream()
                .filter(read -> user.mayActAt(read.place().id())).toList();
        // What another window has chosen since is newer than what was read, as long as the person still works there.
        List<UUID> ids = all.stream().map(read -> read.place().id()).toList();
        Optional<Read> own = all.stream().filter(read -> user.branches().contains(read.place().id())).findFirst();
        all.stream().filter(Read::chosen).findFirst().or(() -> own).or(() -> all.stream().findFirst()).ifPresent(found ->
                known.merge(user.accountId(), found.place().id(), (newer, read) -> ids.contains(newer) ? newer : read));
        return all.stream().map(Read::place).toList();
    }

    /** Empty for who works at no branch. A statement at most, and none once it is known. */
    public Optional<UUID> current() {
        CurrentUser user = signedIn.require(Role.AGENT);
        UUID latest = known.get(user.accountId());
        if (latest != null && user.mayActAt(latest)) {
            return Optional.of(latest);
        }
        return places().stream().map(Place::id).filter(id -> id.equals(known.get(user.accountId()))).findFirst();
    }

    /** That one of these, which may be other branches too. */
    public <P> Optional<P> among(List<P> places, Function<P, UUID> idOf) {
        return current().flatMap(id -> places.stream().filter(place -> idOf.apply(place).equals(id)).findFirst());
    }

    /** From now on the person works there, in every window. One statement. */
    public void choose(UUID branch) {
        CurrentUser user = signedIn.requireAt(branch);
        jdbc.sql("update app.account set working_branch = :branch where id = :me").param("branch", branch)
                .param("me", user.accountId()).update();
        known.put(user.accountId(), branch);
    }

    private record Read(Place place, boolean chosen) {
    }
}

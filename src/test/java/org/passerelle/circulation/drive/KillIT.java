package org.passerelle.circulation.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.process.DrivePickupProcess.Tasks;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.support.Consistency;
import org.passerelle.support.FreshState;
import org.passerelle.support.KilledProduct;
import org.passerelle.support.Statements;
import org.passerelle.support.Statements.Watcher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The product in a process of its own, killed as by {@code kill -9} at three points of a reservation's life, each time
 * started again on the same data. Its jobs run all the while.
 */
class KillIT {

    @TempDir
    Path folder;

    @Test
    void aKillLosesNoReservationDoublesNoneAndLeavesNoCopyToNobody() throws Exception {
        List<String> noSecondReservation = List.of();
        assertThat(run("reserve.after-rows", true)).isEqualTo(noSecondReservation);
        assertThat(run("bag.before-commit", true))
                .containsExactly("reservation TO_PICK null HELD,HELD loans 0 places 1");
        assertThat(run("handover.after-commit", true))
                .containsExactly("reservation TO_BAG null PICKED,PICKED loans 0 places 1");
        // Served before its slot has begun: the place is free for others.
        assertThat(run("end", false))
                .containsExactly("reservation NONE COLLECTED COLLECTED,COLLECTED loans 2 places 0");
    }

    /** @return what that start found: every reservation, and every contradiction between rows and engine */
    private List<String> run(String point, boolean killed) throws Exception {
        return KilledProduct.run(folder, Victim.class, point, killed);
    }

    /** What runs in the other process. */
    static class Victim {

        private final Drive drive;
        private final JdbcClient jdbc;

        Victim(ConfigurableApplicationContext product) {
            drive = product.getBean(Drive.class);
            jdbc = product.getBean(JdbcClient.class);
        }

        public static void main(String[] args) {
            KilledProduct.live(FreshState.START, product -> {
                if (!System.getenv("SERVER_PORT").equals(product.getEnvironment().getProperty("local.server.port"))) {
                    KilledProduct.found("another port than the one it was given");
                }
                Victim victim = new Victim(product);
                victim.tell();
                victim.live(args[0]);
            });
        }

        private void tell() {
            jdbc.sql("""
                    select 'reservation ' || r.documents || ' ' || coalesce(r.outcome, 'null') || ' '
                        || (select string_agg(l.state, ',') from app.reservation_line l where l.reservation = r.id)
                        || ' loans ' || (select count(*) from app.loan l where l.reservation = r.id)
                        || ' places ' || (select taken from app.pickup_slot s where s.id = r.slot)
                    from app.reservation r""").query(String.class).list().forEach(KilledProduct::found);
            Consistency.faults(jdbc).forEach(KilledProduct::found);
        }

        private void live(String until) {
            switch (until) {
                case "reserve.after-rows" -> {
                    UUID branch = drive.branch("PORT");
                    UUID one = drive.title(branch, "Germinal", 2);
                    UUID two = drive.title(branch, "Les Misérables", 2);
                    drive.reserve(drive.patron("Jeanne", "Ferrand"), branch, Drive.SLOT, one, two);
                    var other = drive.patron("Paul", "Nguyen");
                    Statements.watchedBy(beforeTheEngine(),
                            () -> drive.reserve(other, branch, Drive.SLOT, one, two));
                }
                case "bag.before-commit" -> {
                    ReservationId id = reservation();
                    drive.pick(agent(), id);
                    TaskRef task = drive.task(id, Tasks.PREPARE_BAG);
                    CurrentUser agent = agent();
                    Statements.watchedBy(before(Watcher.COMMIT), () -> drive.by(agent,
                            () -> drive.pickingDesk.bagPrepared(task, id, "étagère B2")));
                }
                case "handover.after-commit" -> {
                    ReservationId id = reservation();
                    drive.bag(agent(), id);
                    Set<UUID> bag = drive.see(agent(), id).lines().stream().map(ReservationDetails.Line::id)
                            .collect(Collectors.toSet());
                    CurrentUser agent = agent();
                    Statements.watchedBy(KilledProduct.haltAfterCommit(), () -> drive.by(agent,
                            () -> drive.driveDesk.handOver(id, bag)));
                }
                default -> {
                    // Nothing more happens to it.
                }
            }
        }

        private CurrentUser agent() {
            return drive.agentOf(jdbc.sql("select id from app.branch").query(UUID.class).single());
        }

        private ReservationId reservation() {
            return new ReservationId(jdbc.sql("select id from app.reservation").query(UUID.class).single());
        }

        private static Watcher beforeTheEngine() {
            return before("insert into act_ru_execution");
        }

        private static Watcher before(String statement) {
            return sql -> {
                if (sql.toLowerCase(Locale.ROOT).contains(statement)) {
                    KilledProduct.halt();
                }
            };
        }
    }
}

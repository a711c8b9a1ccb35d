package org.passerelle.platform.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.passerelle.platform.network.NetworkZone;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is kept, for how long, and what the last nights have forgotten; for administrators. */
@Service
@Transactional(readOnly = true)
public class KeptDataBook {

    private final List<KeptData> kept;
    private final ForgettingFigures figures;
    private final NetworkZone network;
    private final SignedIn signedIn;

    KeptDataBook(List<KeptData> kept, ForgettingFigures figures, NetworkZone network, SignedIn signedIn) {
        this.kept = kept.stream().sorted(Comparator.comparing(KeptData::key)).toList();
        this.figures = figures;
        this.network = network;
        this.signedIn = signedIn;
    }

    /**
     * @param lastRun   or null where no night has come yet
     * @param forgotten rows, in that night
     */
    public record Kept(String key, Duration keepFor, Instant lastRun, int forgotten) {

        public String messageKey() {
            return "kept." + key;
        }
    }

    public List<Kept> all() {
        signedIn.require(Role.ADMIN);
        Map<String, ForgettingFigures.Run> last = figures.last();
        return kept.stream().map(data -> {
            ForgettingFigures.Run run = last.get(data.key());
            return new Kept(data.key(), data.keepFor(), run == null ? null : run.at(), run == null ? 0 : run.forgotten());
        }).toList();
    }

    /** In which the nights are told. */
    public ZoneId zone() {
        signedIn.require(Role.ADMIN);
        return network.zone();
    }
}

package org.passerelle.team.members.service;

import java.sql.Date;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.retention.KeptForAWhile;
import org.passerelle.team.members.process.LeaveWishProcess;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Leave wishes, some time after their last day. */
@Component
class KeptLeaveWishes extends KeptForAWhile {

    private final JdbcClient jdbc;
    private final Journal journal;

    KeptLeaveWishes(JdbcClient jdbc, Journal journal, @Value("${passerelle.keep.leave-wishes:120d}") Duration keepFor) {
        super("leave-wishes", keepFor);
        this.jdbc = jdbc;
        this.journal = journal;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int forget(Instant before, int atMost) {
        List<UUID> over = jdbc.sql("""
                delete from app.leave_wish where id in (select id from app.leave_wish where ends < ? and not (awaited and state = 'WISHED') limit ?)
                returning id""").params(Date.valueOf(before.atZone(ZoneOffset.UTC).toLocalDate()), atMost).query(UUID.class).list();
        journal.forget(LeaveWishProcess.KEY, over);
        return over.size();
    }
}

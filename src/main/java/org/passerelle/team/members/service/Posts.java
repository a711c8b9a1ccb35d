package org.passerelle.team.members.service;

import java.util.List;
import java.util.UUID;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.PlainText;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people may be at work as: one list for the network, kept by its managers. */
@Service
public class Posts {

    private static final int LONGEST = 100;

    private final JdbcClient jdbc;
    private final SignedIn signedIn;

    Posts(JdbcClient jdbc, SignedIn signedIn) {
        this.jdbc = jdbc;
        this.signedIn = signedIn;
    }

    /** @param retired nobody is given it any more; who has it keeps it */
    public record Post(UUID id, String name, boolean retired) {
    }

    public boolean mayChange() {
        return signedIn.require(Role.AGENT).has(Role.MANAGER);
    }

    /** By name, those that are given no more at the end. */
    @Transactional(readOnly = true)
    public List<Post> all() {
        signedIn.require(Role.MANAGER);
        return jdbc.sql("select id, name, retired from app.team_post order by retired, name collate \"und-x-icu\"")
                .query((row, i) -> new Post(row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3))).list();
    }

    boolean isUsed(UUID post) {
        return jdbc.sql("select exists (select 1 from app.team_post where id = ? and not retired)").param(post)
                .query(Boolean.class).single();
    }

    /** Refused for the field name. A name that was retired is given again. */
    @Gesture
    public Outcome<Void> add(String typed) {
        signedIn.require(Role.MANAGER);
        String name = PlainText.line(typed);
        if (name.isEmpty() || name.length() > LONGEST) {
            return Outcome.refused(CommonRefusal.FIELDS_WRONG, new FieldError("name", "team.post.error.name", LONGEST));
        }
        int added = jdbc.sql("""
                insert into app.team_post (id, name) values (?, ?)
                on conflict (lower(name)) do update set retired = false where team_post.retired""")
                .params(UUID.randomUUID(), name).update();
        return added == 1 ? Outcome.done()
                : Outcome.refused(CommonRefusal.FIELDS_WRONG, new FieldError("name", "team.post.error.there"));
    }

    @Gesture
    public Outcome<Void> retire(UUID post, boolean retired) {
        signedIn.require(Role.MANAGER);
        return jdbc.sql("update app.team_post set retired = ? where id = ?").params(retired, post).update() == 1
                ? Outcome.done() : Outcome.refused(CommonRefusal.NOT_FOUND);
    }
}

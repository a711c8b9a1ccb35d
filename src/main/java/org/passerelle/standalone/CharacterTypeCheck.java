package org.passerelle.standalone;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says at the start when the database takes only A to Z for letters, by whatever it does rather than by its settings. */
@Component
class CharacterTypeCheck {

    private static final Logger log = LoggerFactory.getLogger(CharacterTypeCheck.class);

    private final JdbcClient jdbc;

    CharacterTypeCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationStartedEvent.class)
    void tell() {
        if (!knowsEveryScript()) {
            log.warn("The database takes only the letters A to Z for letters: its character type is {}. Names and titles in"
                    + " other scripts are found as they are written, never with a slip. The README says how to give it"
                    + " another one (\"Letters of every script\").",
                    jdbc.sql("select datctype from pg_database where datname = current_database()").query(String.class)
                            .single());
        }
    }

    private boolean knowsEveryScript() {
        return jdbc.sql("select public.similarity('жизнь', 'жизнь') = 1").query(Boolean.class).single();
    }
}

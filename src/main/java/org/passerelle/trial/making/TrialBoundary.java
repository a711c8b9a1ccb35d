package org.passerelle.trial.making;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the trial library and real ones apart: its accounts, whose password everybody knows, are never served to the
 * public, and it is never made in a database that somebody uses.
 */
@Component
@DependsOn("flyway")
class TrialBoundary implements InitializingBean {

    private final JdbcClient jdbc;
    private final Environment settings;

    TrialBoundary(JdbcClient jdbc, Environment settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @Override
    public void afterPropertiesSet() {
        boolean trialAsked = settings.acceptsProfiles(Profiles.of(TrialLibrary.PROFILE));
        boolean trialThere = is("exists (select 1 from app.trial_making)");
        if (trialThere && !trialAsked) {
            throw new WrongLibrary("The database holds the trial library, whose passwords are known to everybody.",
                    "Give the product a database of its own: an empty one by spring.datasource.url, or an empty folder by "
                            + "PASSERELLE_DATA. To try the trial library, use mvn spring-boot:run.");
        }
        if (trialAsked && !trialThere && is("exists (select 1 from app.branch) or exists (select 1 from app.account)")) {
            throw new WrongLibrary("The database holds a library that is in use: the trial library is not made in it.",
                    "Start without the profile trial, or give the trial an empty database or another folder "
                            + "(PASSERELLE_DATA=/another/folder).");
        }
    }

    private boolean is(String condition) {
        return jdbc.sql("select " + condition).query(Boolean.class).single();
    }
}

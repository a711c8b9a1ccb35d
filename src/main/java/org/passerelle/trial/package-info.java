/** A library to try things in: invented people and cases around real titles, made at the first start with profile trial. */
@org.springframework.modulith.ApplicationModule(displayName = "Trial library",
        allowedDependencies = {"platform", "catalogue", "circulation", "circulation :: trial",
                "notification", "notification :: trial", "patrons :: domain", "patrons :: service", "slots :: service",
                "quarantine", "quarantine :: trial", "team :: trial"})
package org.passerelle.trial;

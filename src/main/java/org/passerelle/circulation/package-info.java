/** Who asks for documents, when they come for them, and what they take home. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "notification", "catalogue",
        "catalogue :: ui", "patrons", "patrons :: domain", "patrons :: service", "slots", "slots :: domain", "slots :: service",
        "slots :: ui"})
package org.passerelle.circulation;

/** What comes back: scanned, kept in crates until it is safe, treated, inspected and put back in use. */
@org.springframework.modulith.ApplicationModule(displayName = "Quarantine",
        allowedDependencies = {"platform", "notification", "circulation", "catalogue", "catalogue :: ui"})
package org.passerelle.quarantine;

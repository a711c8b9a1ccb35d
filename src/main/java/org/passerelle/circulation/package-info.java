/** Who asks for documents, when they come for them, and what they take home. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "notification", "catalogue", "catalogue :: ui"})
package org.passerelle.circulation;

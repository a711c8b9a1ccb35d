/** What a basket could become, and what a link opens. */
@org.springframework.modulith.NamedInterface("trial")
package org.passerelle.circulation.publicpages.service;

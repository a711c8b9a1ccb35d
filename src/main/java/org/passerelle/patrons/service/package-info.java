/** What staff and patrons do about a patron's record and sign-in. */
@org.springframework.modulith.NamedInterface("service")
package org.passerelle.patrons.service;

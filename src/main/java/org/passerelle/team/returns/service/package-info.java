/** What people do about a return, and what its case does by itself; the trial library does it in invented names. */
@org.springframework.modulith.NamedInterface("trial")
package org.passerelle.team.returns.service;

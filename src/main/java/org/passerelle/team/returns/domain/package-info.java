/** A return, what was agreed for it, and when things happen. No field says why somebody was away. */
package org.passerelle.team.returns.domain;

/** A branch's quarantine room: what stands in it, what will, and what its settings and the rule mean for it. */
package org.passerelle.quarantine.room;

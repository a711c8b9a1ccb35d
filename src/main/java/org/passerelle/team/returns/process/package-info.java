/** The classes that speak to the processes of coming back to work, one for each. */
package org.passerelle.team.returns.process;

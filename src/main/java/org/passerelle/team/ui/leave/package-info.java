/** Days that people wish for, and who would be there. */
package org.passerelle.team.ui.leave;

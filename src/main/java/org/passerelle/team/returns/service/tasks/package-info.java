/** What the tasks around a return are about, as the inbox tells it. */
package org.passerelle.team.returns.service.tasks;

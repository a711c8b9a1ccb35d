/** What holds for every request and every answer, and what one visitor may take, so that there is enough for others. */
package org.passerelle.platform.web;

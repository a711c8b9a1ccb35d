/** What holds for every request and every answer, whichever screen or file it is about. */
package org.passerelle.platform.web;

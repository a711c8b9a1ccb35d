/** What is kept about people, for how long, and how it is forgotten; each module contributes what it keeps. */
package org.passerelle.platform.retention;

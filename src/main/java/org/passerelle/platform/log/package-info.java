/** How the log is written: whatever people send, each entry begins where it should, and none fills the disk. */
package org.passerelle.platform.log;

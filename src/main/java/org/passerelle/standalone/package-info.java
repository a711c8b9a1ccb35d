/** The PostgreSQL that a bare machine runs by itself; nothing else uses it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "platform")
package org.passerelle.standalone;

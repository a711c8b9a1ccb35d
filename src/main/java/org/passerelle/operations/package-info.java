/** Looking after the running product: cases that cannot go on by themselves. */
@org.springframework.modulith.ApplicationModule(displayName = "Operations", allowedDependencies = "platform")
package org.passerelle.operations;

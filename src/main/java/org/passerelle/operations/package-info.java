/** Looking after the running product: the rules that decide. */
@org.springframework.modulith.ApplicationModule(displayName = "Operations", allowedDependencies = "platform")
package org.passerelle.operations;

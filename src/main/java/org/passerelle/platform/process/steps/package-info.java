/** Where a case stands, for people: the steps that its model names, a sentence, and the diagram told in words. */
package org.passerelle.platform.process.steps;

/** What is made sure of before anything else of the product begins. */
package org.passerelle.platform.startup;

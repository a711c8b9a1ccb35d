/** Breaks every rule of the architecture once, so that each rule is seen to refuse something. Nothing here runs. */
package org.passerelle.planted;

/** The rows of the catalogue, and how searches read them. */
package org.passerelle.catalogue.domain;

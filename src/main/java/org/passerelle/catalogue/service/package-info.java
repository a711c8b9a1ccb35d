/** What people do with the catalogue: add to it, search it, import into it. */
package org.passerelle.catalogue.service;

/** Reads files of bibliographic records, MARC 21 or UNIMARC, and says of every record whether it could be read. */
package org.passerelle.catalogue.domain.marc;

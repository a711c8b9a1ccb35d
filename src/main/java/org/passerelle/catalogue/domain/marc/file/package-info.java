/** Reads files of bibliographic records, in ISO 2709 or XML, and says of every record whether it could be read. */
package org.passerelle.catalogue.domain.marc.file;

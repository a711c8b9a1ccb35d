/** What a bibliographic record, in MARC 21 or UNIMARC, says of a title and of its copies. */
package org.passerelle.catalogue.domain.marc;

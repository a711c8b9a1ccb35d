/** Who asks for documents, when they come for them, and what they take home. */
package org.passerelle.circulation;

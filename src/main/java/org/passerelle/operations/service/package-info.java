/** What managers do about the running product. */
package org.passerelle.operations.service;

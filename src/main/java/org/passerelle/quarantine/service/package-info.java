/** What people do with returned documents, named as they would name it. */
package org.passerelle.quarantine.service;

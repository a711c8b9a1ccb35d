/** The screens of operations. */
package org.passerelle.operations.ui;

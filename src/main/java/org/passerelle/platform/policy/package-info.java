/** Decision tables that managers change: shapes, checks, differences, and the one door to the engine's. */
package org.passerelle.platform.policy;

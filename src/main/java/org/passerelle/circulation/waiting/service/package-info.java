/** Waiting for a title: asked for, offered, taken or given up. */
@org.springframework.modulith.NamedInterface("trial")
package org.passerelle.circulation.waiting.service;

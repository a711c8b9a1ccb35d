package org.passerelle.platform.ui;

import com.vaadin.flow.component.Component;

/**
 * A page about oneself to which one's account leads. A module contributes its own as beans.
 *
 * @param messageKey what the link says
 */
public record AccountPage(String messageKey, Class<? extends Component> view, Audience audience) {
}

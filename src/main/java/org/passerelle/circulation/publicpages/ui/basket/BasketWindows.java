package org.passerelle.circulation.publicpages.ui.basket;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.passerelle.platform.ui.live.Topic;
import org.springframework.context.ApplicationEventPublisher;

/** One basket may be looked at in several windows of a visit: what is done in one is seen in the others. */
@SpringComponent
record BasketWindows(LiveUpdates live, ApplicationEventPublisher events) {

    private static final Topic.Kind TOPIC = new Topic.Kind("basket");

    void follow(Component component, Basket basket, Runnable refresh) {
        live.follow(component, TOPIC.of(basket.id()), refresh);
    }

    void changed(Basket basket) {
        events.publishEvent(TOPIC.of(basket.id()));
    }
}

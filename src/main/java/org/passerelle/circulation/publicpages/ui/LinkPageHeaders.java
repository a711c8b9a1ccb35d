package org.passerelle.circulation.publicpages.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;

/**
 * The address of the page of a pickup, a wait or a new e-mail address is its key: it is not indexed and not kept
 * in caches. That no other site is told an address holds for every page (Referrer-Policy).
 */
@SpringComponent
class LinkPageHeaders implements VaadinServiceInitListener {

    private static final List<String> KEYS = List.of(PickupView.PATH, WaitView.PATH, EmailView.PATH);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page -> {
            String path = page.getVaadinRequest().getPathInfo();
            if (path != null && KEYS.stream().anyMatch(key -> path.startsWith("/" + key + "/"))) {
                keepSecret(page);
            }
        });
    }

    private static void keepSecret(IndexHtmlResponse page) {
        page.getVaadinResponse().setHeader("X-Robots-Tag", "noindex, nofollow");
        page.getVaadinResponse().setHeader("Cache-Control", "no-store");
        page.getDocument().head().appendElement("meta").attr("name", "robots").attr("content", "noindex, nofollow");
    }
}

package org.passerelle.platform.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;

/** Puts a text where it can be pasted elsewhere, and says whether that was possible. */
public class CopyButton extends Button {

    private static final String COPIED = "text-copied";

    public CopyButton(String label, String text) {
        super(label);
        // In the browser's own click: browsers let nothing be copied later. The older way serves where the newer is
        // missing, as on a network without HTTPS.
        addAttachListener(attached -> getElement().executeJs("""
                this.addEventListener('click', async () => {
                    let done = true;
                    try {
                        await navigator.clipboard.writeText($0);
                    } catch (unavailable) {
                        const area = document.createElement('textarea');
                        area.value = $0;
                        document.body.append(area);
                        area.select();
                        done = document.execCommand('copy');
                        area.remove();
                    }
                    this.dispatchEvent(new CustomEvent('%s', {detail: done}));
                });""".formatted(COPIED), text));
        getElement().addEventListener(COPIED, copied -> Notification.show(getTranslation(
                copied.getEventData().path("event.detail").booleanValue() ? "copy.done" : "copy.failed")))
                .addEventData("event.detail");
    }
}

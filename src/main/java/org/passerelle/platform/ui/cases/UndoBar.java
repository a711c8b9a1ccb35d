package org.passerelle.platform.ui.cases;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.stream.IntStream;

/**
 * For ten seconds after a gesture: what has been done, and the one button that takes it back. The time stands still while the
 * pointer or the focus is on the bar, or a dialog covers it. It takes the focus from nobody, follows its person to the next screen, and makes way for
 * the bar of the next gesture. Ctrl+Z presses the button, but in a field that something was typed into, where it means something else.
 */
public class UndoBar extends Div {

    private static final int SECONDS = 10;

    /** The browser counts: a server that is slow shortens nobody's time. */
    private static final String COUNT_DOWN = """
            const bar = this, [count, rest] = [$0, $1], words = $2, covering = 'vaadin-dialog[opened], vaadin-confirm-dialog[opened]';
            let left = words.length - 1, before = performance.now();
            const counting = setInterval(() => {
              const now = performance.now();
              if (!bar.isConnected) { clearInterval(counting); return; }
              if (!bar.matches(':hover') && !bar.contains(document.activeElement) && !document.querySelector(covering)) {
                left -= (now - before) / 1000;
              }
              before = now;
              count.textContent = words[Math.max(0, Math.ceil(left))];
              rest.style.setProperty('--left', Math.max(0, left / (words.length - 1)));
              if (left <= 0) { clearInterval(counting); bar.dispatchEvent(new CustomEvent('undo-over')); }
            }, 200);
            const typedInto = new WeakSet(), text = 'input:not([type=checkbox]):not([type=radio]), textarea';
            const typed = event => typedInto.add(event.composedPath()[0]);
            const back = event => {
              const at = event.composedPath()[0];
              if (!bar.isConnected) {
                document.removeEventListener('keydown', back, true);
                document.removeEventListener('input', typed, true);
              } else if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'z'
                  && !event.repeat && !(at.matches?.(text) && (at.value || typedInto.has(at)))) {
                event.preventDefault();
                bar.querySelector('vaadin-button').click();
              }
            };
            document.addEventListener('keydown', back, true);
            document.addEventListener('input', typed, true);""";

    private UndoBar(String done, String takeBack, Runnable undone) {
        addClassNames("undo-bar", "no-print");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("cases.undo.label"));
        Span said = new Span(done);
        said.getElement().setAttribute("role", "status");
        Span count = new Span(getTranslation("cases.undo.left", SECONDS));
        count.addClassName("undo-count");
        count.getElement().setAttribute("aria-hidden", "true");
        Span rest = new Span();
        rest.addClassName("undo-rest");
        rest.getElement().setAttribute("aria-hidden", "true");
        Button undo = new Button(takeBack, click -> {
            removeFromParent();
            undone.run();
        });
        undo.getElement().setAttribute("aria-keyshortcuts", "Control+Z Meta+Z");
        Span key = new Span(getTranslation("cases.undo.key"));
        key.addClassNames("kbd", "undo-key");
        key.getElement().setAttribute("aria-hidden", "true");
        add(said, count, undo, key, rest);
        getElement().addEventListener("undo-over", over -> removeFromParent());
        addAttachListener(attached -> getElement().executeJs(COUNT_DOWN, count.getElement(), rest.getElement(),
                IntStream.rangeClosed(0, SECONDS).mapToObj(left -> getTranslation("cases.undo.left", left)).toList()));
    }

    /**
     * Instead of the bar of an earlier gesture.
     *
     * @param done     what has been done, in words that name it
     * @param takeBack what the button says: what it takes back
     */
    public static void offer(String done, String takeBack, Runnable undone) {
        gone();
        UI ui = UI.getCurrent();
        UndoBar bar = new UndoBar(done, takeBack, undone);
        ComponentUtil.setData(ui, UndoBar.class, bar);
        ui.add(bar);
    }

    /** Another gesture has followed: what was done before is taken back no more. */
    public static void gone() {
        UndoBar earlier = ComponentUtil.getData(UI.getCurrent(), UndoBar.class);
        if (earlier != null) {
            earlier.removeFromParent();
        }
    }
}

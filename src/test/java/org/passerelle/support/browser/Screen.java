package org.passerelle.support.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;

/** What journeys do on every screen. */
public final class Screen {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final boolean WITH_PICTURES = Boolean.parseBoolean(System.getProperty("passerelle.pictures"));

    private static final String NARROWED = """
            words => {
                const rows = [...document.querySelectorAll('a.row')].filter(row => row.checkVisibility());
                return rows.length > 0 && rows.every(row => row.textContent.includes(words));
            }""";

    private Screen() {
    }

    /**
     * Nobody is shut out of this screen, in light and in dark, nor scrolls it sideways; and where pictures are asked for
     * ({@code mvn verify -Dpictures}), one of it, whole.
     */
    public static void check(Page page, String name) {
        Accessibility.atRest(page);
        if (WITH_PICTURES) {
            shoot(page, name);
        }
        assertNothingStandsBesideThePage(page, name);
        Accessibility.assertNoViolations(page, name);
    }

    private static void assertNothingStandsBesideThePage(Page page, String name) {
        Object beside = page.evaluate("""
                () => {
                    const page = [document.documentElement, document.body, document.querySelector('vaadin-app-layout')]
                        .find(each => each && each.scrollWidth > each.clientWidth);
                    return page ? page.scrollWidth + ' > ' + page.clientWidth + ': ' + [...page.querySelectorAll('*')]
                        .filter(each => each.getBoundingClientRect().right > page.clientWidth)
                        .map(each => each.tagName.toLowerCase() + '.' + each.className).slice(0, 8).join(', ') : null;
                }""");
        Assertions.assertThat(beside).as("%s scrolls sideways", name).isNull();
    }

    /** A screen that has just come takes the focus a second time, at its next frame: that is over. */
    public static void settled(Page page) {
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))");
    }

    static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }

    public static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The main button of the open dialog. */
    public static Locator confirm(Page page) {
        return page.locator("vaadin-confirm-dialog, vaadin-dialog").locator("vaadin-button[theme~=primary]");
    }

    public static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** Text that stands there alone. */
    public static Locator text(Page page, String text) {
        return page.getByText(text, new Page.GetByTextOptions().setExact(true));
    }

    public static void scan(Page page, String code) {
        Locator field = page.locator(".scan input").first();
        field.fill(code);
        field.press("Enter");
    }

    /**
     * What a scanner does: keys ten milliseconds apart, however busy the machine is, and one that ends them.
     *
     * @param end {@code Enter} or {@code Tab}
     */
    public static void wedge(Page page, String code, String end) {
        CDPSession keyboard = page.context().newCDPSession(page);
        double at = ((Number) page.evaluate("Date.now()")).doubleValue();
        for (char sign : code.toCharArray()) {
            at += 10;
            press(keyboard, at, String.valueOf(sign), String.valueOf(sign), Character.toUpperCase(sign));
        }
        press(keyboard, at + 10, end, end.equals("Enter") ? "\r" : null, end.equals("Enter") ? '\r' : '\t');
        keyboard.detach();
    }

    private static void press(CDPSession keyboard, double at, String key, String text, int virtualKey) {
        JsonObject event = new JsonObject();
        event.addProperty("type", text == null ? "rawKeyDown" : "keyDown");
        event.addProperty("key", key);
        event.addProperty("windowsVirtualKeyCode", virtualKey);
        event.addProperty("timestamp", at / 1000);
        if (text != null) {
            event.addProperty("text", text);
        }
        keyboard.send("Input.dispatchKeyEvent", event);
        JsonObject released = event.deepCopy();
        released.addProperty("type", "keyUp");
        released.remove("text");
        keyboard.send("Input.dispatchKeyEvent", released);
    }

    public static void findTasks(Page page, String words) {
        page.navigate("inbox?branch=all");
        page.locator(".inbox-search input").fill(words);
    }

    /** Opens the one task of that name in the inbox that these words find. */
    public static void openTask(Page page, String words, String task) {
        findTasks(page, words);
        // As long as others stand there too the list is still to be narrowed, and the row will stand at another place.
        page.waitForFunction(NARROWED, words);
        Locator row = page.locator("a.row").filter(new Locator.FilterOptions().setHasText(words))
                .filter(new Locator.FilterOptions().setHasText(task).setVisible(true));
        // While the list takes in what has just changed, a row may stand there twice; what is hidden is no row.
        assertThat(row).hasCount(1);
        row.click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(task).setLevel(2))).isVisible();
        assertThat(page.locator(".split-detail")).containsText(words);
    }
}

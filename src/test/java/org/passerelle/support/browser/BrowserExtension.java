package org.passerelle.support.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.web.context.WebApplicationContext;

/**
 * Gives test methods their {@link Browser}. One Chromium serves this process and ends with it: where classes are shared out among
 * processes, each class is a run of its own to JUnit.
 */
class BrowserExtension implements ParameterResolver, AfterEachCallback, TestWatcher, AfterAllCallback {

    private static final Namespace SPACE = Namespace.create(BrowserExtension.class);
    private static final List<String> QUIET = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private static com.microsoft.playwright.Browser chromium;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        String port = SpringExtension.getApplicationContext(test).getEnvironment().getProperty("local.server.port");
        Browser browser = new Browser(chromium(), "http://localhost:" + port + "/", screens(test));
        test.getStore(SPACE).put(Browser.class, browser);
        return browser;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        screens(test).ran(test.getRequiredTestMethod());
        Browser browser = test.getStore(SPACE).get(Browser.class, Browser.class);
        if (browser == null) {
            return;
        }
        if (test.getExecutionException().isPresent()) {
            screens(test).breakOff();
            browser.shootAll("failed-" + test.getRequiredTestMethod().getName());
            browser.close();
        } else {
            browser.leave();
        }
    }

    /** What cannot run here is not waited for. */
    @Override
    public void testDisabled(ExtensionContext test, Optional<String> reason) {
        test.getTestMethod().ifPresent(screens(test)::ran);
    }

    /** What one test passes through another of its class may look at. */
    @Override
    public void afterAll(ExtensionContext tests) {
        assertThat(screens(tests).escaped()).as("screens visited but never looked at for accessibility").isEmpty();
        ServletContext product = ((WebApplicationContext) SpringExtension.getApplicationContext(tests)).getServletContext();
        assertThat(screens(tests).missed(tests.getRequiredTestClass(), ApplicationRouteRegistry.getInstance(
                new VaadinServletContext(product))::getNavigationTarget)).as("screens that this journey is to look at, and has not").isEmpty();
    }

    private static VisitedScreens screens(ExtensionContext within) {
        ExtensionContext tests = within.getTestMethod().isPresent() ? within.getParent().orElseThrow() : within;
        return tests.getStore(SPACE).computeIfAbsent(VisitedScreens.class, first -> new VisitedScreens(),
                VisitedScreens.class);
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (chromium == null) {
            // A busy machine is no failure of the product.
            PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
            ChromiumPlace place = ChromiumPlace.find();
            BrowserType.LaunchOptions launch = new BrowserType.LaunchOptions().setArgs(QUIET)
                    .setEnv(place.environment());
            place.executable().ifPresent(launch::setExecutablePath);
            chromium = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))).chromium().launch(launch);
        }
        return chromium;
    }
}

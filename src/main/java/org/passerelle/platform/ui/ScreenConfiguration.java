package org.passerelle.platform.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.security.accounts.OwnAccount;
import org.passerelle.platform.ui.accounts.AccountView;
import org.passerelle.platform.ui.failure.UnexpectedFailures;
import org.springframework.stereotype.Component;

/** What holds for all screens: the language, what is said when a session ends or the line breaks, what happens to failures. */
@Component
class ScreenConfiguration implements VaadinServiceInitListener {

    private final Messages messages;
    private final OwnAccount own;
    private final SignedIn signedIn;

    ScreenConfiguration(Messages messages, OwnAccount own, SignedIn signedIn) {
        this.messages = messages;
        this.own = own;
        this.signedIn = signedIn;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(info -> systemMessages(info.getLocale()));
        event.getSource().addSessionInitListener(init -> {
            init.getSession().setLocale(Language.of(init.getRequest()));
            init.getSession().setErrorHandler(new UnexpectedFailures());
        });
        event.getSource().addUIInitListener(init -> init.getUI().setLocale(
                Language.of(init.getUI().getSession(), signedIn.inTheirLanguage())));
        event.getSource().addUIInitListener(init -> init.getUI().addBeforeEnterListener(this::firstToTheOwnPassword));
        event.getSource().addUIInitListener(init -> tellOfBrokenLines(init.getUI()));
        // The shape of a page until its own is there.
        event.addIndexHtmlRequestListener(page -> page.getDocument().getElementById("outlet").appendElement("div")
                .addClass("page-shape").attr("aria-hidden", "true").append("<i></i><i></i><i></i><i></i>"));
        event.addIndexHtmlRequestListener(page -> page.getDocument().selectFirst("html")
                .attr("lang", Language.of(VaadinSession.getCurrent(), signedIn.inTheirLanguage()).getLanguage()));
    }

    /** Off line, in the language of the person; and a session that has ended is heard as well. */
    private static void tellOfBrokenLines(UI ui) {
        ui.getReconnectDialogConfiguration().setDialogText(ui.getTranslation("line.broken"));
        ui.getReconnectDialogConfiguration().setDialogTextGaveUp(ui.getTranslation("line.offline"));
        ui.getPage().executeJs(FrameKeys.script(ScreenConfiguration.class, "lines.js"), ui.getTranslation("session.again"));
    }

    private void firstToTheOwnPassword(BeforeEnterEvent entering) {
        if (entering.getNavigationTarget() != AccountView.class && own.mustChoosePassword()) {
            entering.forwardTo(AccountView.class);
        }
    }

    private SystemMessages systemMessages(Locale locale) {
        CustomizedSystemMessages words = new CustomizedSystemMessages();
        words.setSessionExpiredNotificationEnabled(true);
        words.setSessionExpiredCaption(messages.text(locale, "session.expired.title"));
        words.setSessionExpiredMessage(messages.text(locale, "session.expired.text"));
        words.setInternalErrorCaption(messages.text(locale, "session.internal.title"));
        words.setInternalErrorMessage(messages.text(locale, "session.internal.text"));
        words.setCookiesDisabledNotificationEnabled(true);
        words.setCookiesDisabledCaption(messages.text(locale, "session.cookies.title"));
        words.setCookiesDisabledMessage(messages.text(locale, "session.cookies.text"));
        return words;
    }
}

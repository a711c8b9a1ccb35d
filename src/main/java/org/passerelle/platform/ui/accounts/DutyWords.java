package org.passerelle.platform.ui.accounts;

import java.util.List;
import java.util.Locale;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.people.DutyScope;
import org.passerelle.platform.people.HeldDuty;
import org.passerelle.platform.security.Staff.Workplace;

/** A duty and for whom it is held, in words. */
record DutyWords(Messages messages, List<Workplace> branches) {

    String of(HeldDuty held, Locale locale) {
        return messages.text(locale, "duty.held", messages.text(locale, held.duty().messageKey()), scope(held.scope(), locale));
    }

    String scope(DutyScope scope, Locale locale) {
        return branches.stream().filter(branch -> branch.id().equals(scope.branch())).map(Workplace::name).findFirst()
                .orElseGet(() -> messages.text(locale, "duty.network"));
    }
}

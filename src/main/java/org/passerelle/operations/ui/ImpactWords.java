package org.passerelle.operations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.policy.PolicyTable.Remark;

/** What a module says about a change, in the words of the person who reads it. */
final class ImpactWords {

    private ImpactWords() {
    }

    static String sentence(Component screen, Remark remark) {
        return screen.getTranslation(remark.messageKey(), Stream.of(remark.args()).map(arg -> word(screen, arg)).toArray());
    }

    static String text(Component screen, Object cell) {
        return String.valueOf(word(screen, cell));
    }

    private static Object word(Component screen, Object arg) {
        return switch (arg) {
            case LocalDate day -> DateTimes.shortDay(day, UI.getCurrent().getLocale());
            case Remark remark -> sentence(screen, remark);
            case List<?> days when isRun(days) -> text(screen, days.getFirst()) + " – " + text(screen, days.getLast());
            case List<?> several -> several.stream().map(each -> text(screen, each)).collect(Collectors.joining(", "));
            default -> arg;
        };
    }

    /** Three days or more, in order and without a gap: the first and the last tell the others. */
    private static boolean isRun(List<?> several) {
        return several.size() > 2 && several.getFirst() instanceof LocalDate first
                && several.equals(first.datesUntil(first.plusDays(several.size())).toList());
    }
}

package org.passerelle.quarantine.domain;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What the table answers to one case.
 *
 * @param hours          how long a crate stays closed, counted from sealing
 * @param treatment      whether its documents are treated afterwards
 * @param methods        those that the material bears
 * @param contactMinutes how long a product has to act at least
 */
public record QuarantineRule(int hours, boolean treatment, Set<Method> methods, int contactMinutes) {

    /** @param row one row of the table's outputs */
    public static QuarantineRule of(Map<String, Object> row) {
        Set<Method> methods = EnumSet.noneOf(Method.class);
        add(methods, row, "dryWipe", Method.DRY_WIPE);
        add(methods, row, "dampWipe", Method.DAMP_WIPE);
        add(methods, row, "virucide", Method.VIRUCIDE);
        return new QuarantineRule(((Number) row.get("hours")).intValue(), (Boolean) row.get("treatment"), methods,
                ((Number) row.get("contactMinutes")).intValue());
    }

    private static void add(Set<Method> methods, Map<String, Object> row, String output, Method method) {
        if ((Boolean) row.get(output)) {
            methods.add(method);
        }
    }

    /** Nothing to wait for and nothing to do: a returned document goes straight to its shelf. */
    public boolean asksForNothing() {
        return hours == 0 && !treatment;
    }
}

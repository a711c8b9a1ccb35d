package org.passerelle.platform.network;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.PhoneNumber;

/**
 * A branch as it is typed.
 *
 * @param code   what catalogues and files know it by
 * @param zone   id of a time zone, such as Europe/Paris
 * @param noteFr parking, entrance: what a patron needs to find the drive; may be empty
 * @param noteEn the same in English
 */
public record BranchForm(String code, String name, String address, String phone, String zone, String noteFr,
                         String noteEn) {

    static final int LONGEST_CODE = 40;
    static final int LONGEST_LINE = 200;
    static final int LONGEST_NOTE = 1_000;

    public BranchForm {
        code = stripped(code);
        name = stripped(name);
        address = stripped(address);
        phone = stripped(phone);
        zone = stripped(zone);
        noteFr = stripped(noteFr);
        noteEn = stripped(noteEn);
    }

    static BranchForm of(Branch branch) {
        return new BranchForm(branch.code(), branch.name(), branch.address(), branch.phone(), branch.zone().getId(),
                branch.practicalNote(Locale.FRENCH), branch.practicalNote(Locale.ENGLISH));
    }

    List<FieldError> errors(Predicate<String> codeIsTaken) {
        List<FieldError> errors = new ArrayList<>();
        if (name.isEmpty() || isWrong(name, LONGEST_LINE)) {
            errors.add(new FieldError("name", "branches.error.name", LONGEST_LINE));
        }
        if (code.isEmpty() || isWrong(code, LONGEST_CODE)) {
            errors.add(new FieldError("code", "branches.error.code", LONGEST_CODE));
        } else if (codeIsTaken.test(code)) {
            errors.add(new FieldError("code", "branches.error.codeTaken"));
        }
        if (isWrong(address, LONGEST_LINE)) {
            errors.add(new FieldError("address", "branches.error.line", LONGEST_LINE));
        }
        if (!phone.isEmpty() && !PhoneNumber.isOfAPlace(phone)) {
            errors.add(new FieldError("phone", "branches.error.phone"));
        }
        if (!isZone()) {
            errors.add(new FieldError("zone", "branches.error.zone"));
        }
        if (noteFr.length() > LONGEST_NOTE) {
            errors.add(new FieldError("noteFr", "branches.error.line", LONGEST_NOTE));
        }
        if (noteEn.length() > LONGEST_NOTE) {
            errors.add(new FieldError("noteEn", "branches.error.line", LONGEST_NOTE));
        }
        return errors;
    }

    private boolean isZone() {
        try {
            return ZoneId.getAvailableZoneIds().contains(ZoneId.of(zone).getId());
        } catch (DateTimeException noZone) {
            return false;
        }
    }

    private static boolean isWrong(String line, int longest) {
        return line.length() > longest || line.chars().anyMatch(Character::isISOControl);
    }

    private static String stripped(String typed) {
        return typed == null ? "" : typed.strip();
    }
}

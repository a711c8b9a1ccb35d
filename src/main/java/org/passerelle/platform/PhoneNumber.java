package org.passerelle.platform;

import java.util.regex.Pattern;

/** What counts as a telephone number as people write it: national or international, its digits grouped as they like. */
public final class PhoneNumber {

    /** Characters, with what stands between the digits. */
    public static final int LONGEST = 30;

    /** ITU-T E.164: 15 digits at most; the shortest national numbers have 3. */
    private static final Pattern OF_A_PLACE = Pattern.compile("\\+?(?:[ ().-]*[0-9]){3,15}");
    /** The same; nobody is reached at home or on their own telephone by fewer than 6. */
    private static final Pattern OF_A_PERSON = Pattern.compile("\\+?(?:[ ().-]*[0-9]){6,15}");

    private PhoneNumber() {
    }

    /** At which a library, an office or a service may be called. */
    public static boolean isOfAPlace(String number) {
        return is(OF_A_PLACE, number);
    }

    /** At which somebody may be called. */
    public static boolean isOfAPerson(String number) {
        return is(OF_A_PERSON, number);
    }

    private static boolean is(Pattern form, String number) {
        return number.length() <= LONGEST && form.matcher(number).matches();
    }
}

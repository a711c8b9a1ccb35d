package org.passerelle.trial.making;

/** Numbers of 14 digits as library labels carry them: kind, library, number, and a check digit by Luhn's rule. */
final class Barcodes {

    private static final String LIBRARY = "7512";

    private Barcodes() {
    }

    static String ofCopy(int number) {
        return checked("3" + LIBRARY + "%08d".formatted(number));
    }

    static String ofCard(int number) {
        return checked("2" + LIBRARY + "%08d".formatted(number));
    }

    private static String checked(String thirteen) {
        int sum = 0;
        for (int i = 0; i < thirteen.length(); i++) {
            int digit = thirteen.charAt(i) - '0';
            int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return thirteen + (10 - sum % 10) % 10;
    }
}

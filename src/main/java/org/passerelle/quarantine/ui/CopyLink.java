package org.passerelle.quarantine.ui;

import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The way to a copy's page, whatever its barcode holds. */
class CopyLink extends RouterLink {

    private static final String BARCODE = "barcode";
    /** What stands in a path as it is. Of the rest some end the path, and some are refused there even in their encoded form. */
    private static final Pattern FIT_FOR_A_PATH = Pattern.compile("[A-Za-z0-9_-]+");

    CopyLink(String text, String barcode) {
        setText(text);
        if (FIT_FOR_A_PATH.matcher(barcode).matches()) {
            setRoute(CopyView.class, barcode);
        } else {
            setRoute(CopyView.class);
            setQueryParameters(new QueryParameters(Map.of(BARCODE, List.of(barcode))));
        }
    }

    /** Which copy an address asks for: what its path names, or else its query; empty where neither does. */
    static String barcode(String path, QueryParameters query) {
        return path.isEmpty() ? query.getSingleParameter(BARCODE).orElse("") : path;
    }
}

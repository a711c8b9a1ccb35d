package org.passerelle.catalogue.ui;

import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The way to the page of a copy, for staff, whatever its barcode holds. Made of its address: the page belongs to a module that
 * the catalogue does not know.
 */
public class CopyLink extends RouterLink {

    public static final String PAGE = "copy";

    private static final String BARCODE = "barcode";
    /** What stands in a path as it is. Of the rest some end the path, and some are refused there even in their encoded form. */
    private static final Pattern FIT_FOR_A_PATH = Pattern.compile("[A-Za-z0-9_-]+");

    public CopyLink(String text, String barcode) {
        setText(text);
        getElement().setAttribute("href", address(barcode));
    }

    /** Of the page of the copy with that barcode. */
    public static String address(String barcode) {
        return FIT_FOR_A_PATH.matcher(barcode).matches() ? PAGE + "/" + barcode
                : PAGE + "?" + BARCODE + "=" + URLEncoder.encode(barcode, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Which copy an address asks for: what its path names, or else its query; empty where neither does. */
    public static String barcode(String path, QueryParameters query) {
        return path.isEmpty() ? query.getSingleParameter(BARCODE).orElse("") : path;
    }
}

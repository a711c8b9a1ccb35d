package org.passerelle.platform.ui.search;

/**
 * One thing that was found.
 *
 * @param name    by what people know it
 * @param detail  what tells it from others, and how it stands
 * @param next    what is done with it next, as its button says
 * @param address of the screen where that is done
 */
public record SearchResult(String name, String detail, String next, String address) {
}

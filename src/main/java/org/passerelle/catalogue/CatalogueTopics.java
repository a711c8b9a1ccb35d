package org.passerelle.catalogue;

import org.passerelle.platform.ui.live.Topic;

/** What open screens follow of the catalogue. */
public final class CatalogueTopics {

    /** Where the copies of a title are. */
    public static final Topic.Kind TITLE = new Topic.Kind("title");
    /** How far an import has come. */
    public static final Topic.Kind IMPORT = new Topic.Kind("catalogue-import");

    private CatalogueTopics() {
    }
}

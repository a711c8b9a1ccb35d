package org.passerelle.standalone;

import java.nio.file.Path;

/** The data folder cannot be written, or the database in it does not start. */
public class DataFolderUnusable extends RuntimeException {

    private final transient Path folder;

    DataFolderUnusable(Path folder, Throwable cause) {
        super("data folder unusable: " + folder.toAbsolutePath(), cause);
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }
}

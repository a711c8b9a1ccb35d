package org.passerelle.standalone;

import java.nio.file.Path;

/** Another running Passerelle works on this data folder. */
public class DataFolderInUse extends RuntimeException {

    private final transient Path folder;

    DataFolderInUse(Path folder) {
        super("data folder in use: " + folder.toAbsolutePath());
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }
}

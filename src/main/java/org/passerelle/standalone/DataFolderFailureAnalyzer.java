package org.passerelle.standalone;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in a sentence, instead of a stack trace, why the product cannot start on its data folder. */
class DataFolderFailureAnalyzer implements FailureAnalyzer {

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataFolderInUse inUse) {
                return new FailureAnalysis("Another Passerelle is running on the data folder "
                        + inUse.folder().toAbsolutePath() + ".",
                        "Stop it first, or start this one on another folder: PASSERELLE_DATA=/another/folder", failure);
            }
            if (cause instanceof DataFolderUnusable unusable) {
                return new FailureAnalysis("Passerelle cannot start its database in the data folder "
                        + unusable.folder().toAbsolutePath() + ": " + reason(unusable.getCause()) + ".",
                        "Check that the folder can be written and has room, or choose another one: "
                                + "PASSERELLE_DATA=/another/folder", failure);
            }
        }
        return null;
    }

    private static String reason(Throwable cause) {
        return switch (cause) {
            case FileAlreadyExistsException e -> e.getFile() + " is a file, no folder";
            case AccessDeniedException e -> e.getFile() + " may not be written";
            default -> cause.getMessage();
        };
    }
}

package org.moothall.headless.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.json.Json;

/**
 * What scripts want to know once the server answers.
 *
 * @param password the administrator's first one, only on the first start
 */
record ReadyFile(URI url, String user, @Nullable String password, String caFile, long pid) {

    /** Writes it in one step, readable by the owner alone. */
    void write(Path file) {
        try {
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.deleteIfExists(part);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(part, Json.strict().writeValueAsBytes(this));
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Refusal(ExitCode.ARGUMENTS, "The file " + file + " of --ready-file cannot be written: " + e.getMessage() + ".", e);
        }
    }
}

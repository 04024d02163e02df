package org.moothall.cli.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.json.Json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The user's directory of this program: the session and the server's OpenAPI document, readable by the owner alone. */
final class ConfigFiles {

    private static final JsonMapper JSON = Json.lenient();

    private final Path directory;

    ConfigFiles(Path directory) {
        this.directory = directory;
    }

    /** {@code MOOTHALL_CONFIG_DIR}, otherwise where the system keeps settings of programs. */
    static ConfigFiles of(Map<String, @Nullable String> environment) {
        String own = environment.get("MOOTHALL_CONFIG_DIR");
        String xdg = environment.get("XDG_CONFIG_HOME");
        String windows = environment.get("APPDATA");
        if (own != null) {
            return new ConfigFiles(Path.of(own));
        }
        return new ConfigFiles((xdg != null ? Path.of(xdg) : windows != null ? Path.of(windows) : Path.of(System.getProperty("user.home"), ".config"))
                .resolve("moothall"));
    }

    Optional<SavedSession> session() {
        return read("session.json", SavedSession.class);
    }

    void save(SavedSession session) {
        write("session.json", session);
    }

    void forget() {
        try {
            Files.deleteIfExists(directory.resolve("session.json"));
            Files.deleteIfExists(directory.resolve("openapi.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the server told that it can do. */
    record CachedDocument(String url, String user, String etag, String document) {}

    Optional<CachedDocument> document() {
        return read("openapi.json", CachedDocument.class);
    }

    void save(CachedDocument document) {
        write("openapi.json", document);
    }

    /** A file that cannot be read is as good as none: the user signs in again. */
    private <T> Optional<T> read(String name, Class<T> type) {
        Path file = directory.resolve(name);
        try {
            return Files.isRegularFile(file) ? Optional.of(JSON.readValue(Files.readString(file), type)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void write(String name, Object value) {
        try {
            Files.createDirectories(directory);
            boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
            Path part = posix
                    ? Files.createTempFile(directory, name, null, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                    : Files.createTempFile(directory, name, null);
            Files.writeString(part, JSON.writeValueAsString(value));
            Files.move(part, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

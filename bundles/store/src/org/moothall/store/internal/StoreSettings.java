package org.moothall.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Instance;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.core.Secret;
import org.moothall.core.json.Json;
import org.moothall.store.StoreProblem;

/**
 * Which store to use: {@code store.json} in the data directory, or the file that the system property {@code moothall.store}
 * names. Without it, SQLite in the data directory.
 *
 * @param postgresql the server to use, or null for SQLite
 */
record StoreSettings(@Nullable Postgresql postgresql) {

    /** @param passwordFile holds the password alone; relative to the settings file */
    record Postgresql(String url, String user, String passwordFile) {}

    static Engine engine(Instance instance) {
        String named = System.getProperty("moothall.store");
        Path file = named == null ? instance.data().resolve("store.json") : Path.of(named);
        Postgresql server = named == null && !Files.exists(file) ? null : read(file).postgresql();
        if (server == null) {
            return new SqliteEngine(instance.directory("store"));
        }
        return new PostgresqlEngine(server.url(), server.user(), password(file.resolveSibling(server.passwordFile())));
    }

    private static StoreSettings read(Path file) {
        try {
            return Json.strict().readValue(file.toFile(), StoreSettings.class);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static Secret password(Path file) {
        try {
            return Secret.of(Files.readString(file).strip());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static ProblemException unreadable(Path file, IOException cause) {
        return new ProblemException(Problem.of(StoreProblem.SETTINGS, file + " cannot be read: " + cause.getMessage()), cause);
    }
}

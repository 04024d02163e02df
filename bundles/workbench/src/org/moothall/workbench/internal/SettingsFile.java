package org.moothall.workbench.internal;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.ui.UserSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The user's settings in one file of the user's folder for settings; written beside it and moved there, so that it is never half. */
final class SettingsFile implements UserSettings {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

    private final Path file;
    private final Executor writer;
    private final Map<String, String> values = new TreeMap<>();

    /** Reads the file in this folder; {@code writer} runs one task at a time. */
    SettingsFile(Path folder, Executor writer) {
        this.file = folder.resolve("workbench.properties");
        this.writer = writer;
        read();
    }

    /** Where this system keeps a user's settings. */
    static Path defaultFolder(Map<String, String> environment, String os, Path home) {
        String system = os.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return Path.of(environment.getOrDefault("APPDATA", home.resolve("AppData/Roaming").toString()), "Moothall");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library/Application Support/Moothall");
        }
        return Path.of(environment.getOrDefault("XDG_CONFIG_HOME", home.resolve(".config").toString()), "moothall");
    }

    @Override
    public synchronized Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public synchronized void put(String key, String value) {
        @Nullable String before = value.isEmpty() ? values.remove(key) : values.put(key, value);
        if (!value.equals(before)) {
            Map<String, String> copy = new TreeMap<>(values);
            writer.execute(() -> write(copy));
        }
    }

    private void read() {
        if (!Files.exists(file)) {
            return;
        }
        try (Reader in = Files.newBufferedReader(file)) {
            Properties read = new Properties();
            read.load(in);
            read.stringPropertyNames().forEach(name -> values.put(name, read.getProperty(name)));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} could not be read; the workbench starts with its own arrangement", file, e);
        }
    }

    private void write(Map<String, String> copy) {
        try {
            Files.createDirectories(file.getParent());
            Path part = file.resolveSibling(file.getFileName() + ".part");
            try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                Properties all = new Properties();
                all.putAll(copy);
                all.store(out, null);
            }
            move(part);
        } catch (IOException e) {
            LOG.warn("{} could not be written; the arrangement is lost when the workbench closes", file, e);
        }
    }

    private void move(Path part) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

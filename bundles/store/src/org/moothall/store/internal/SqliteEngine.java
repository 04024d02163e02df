package org.moothall.store.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.store.StoreProblem;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** SQLite in a directory of ours: write-ahead log, every commit synced, one program at a time. */
public final class SqliteEngine implements Engine {

    /** What an extended error code is a kind of. */
    private static final int PRIMARY_CODE = 0xff;
    private static final int READERS = 4;
    private static final int BUSY_MILLIS = 5_000;
    private static final int WAL_LIMIT_BYTES = 64 << 20;
    /** 64 MB of log: then the writer itself copies it, who is held up by that; {@link Checkpoints} do not let it come so far. */
    private static final int CHECKPOINT_PAGES = 16_384;
    private static final int WRITER_CACHE_KIB = 32 << 10;

    private final Path directory;
    private @Nullable FileChannel lock;

    public SqliteEngine(Path directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "SQLite";
    }

    @Override
    public void prepare() {
        try {
            Files.createDirectories(directory);
            lockDirectory();
            unpackNativeLibraryHere();
        } catch (IOException e) {
            close();
            throw new ProblemException(Problem.of(StoreProblem.FAILED, "The directory " + directory + " cannot be used: " + e.getMessage()), e);
        }
    }

    private void lockDirectory() throws IOException {
        FileChannel channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw Problem.of(StoreProblem.IN_USE, "Another program uses " + directory + ". Stop it, or give this one another data directory.")
                    .exception();
        }
        lock = channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** A killed program leaves its copy behind; in a directory of our own we may wipe it. */
    private void unpackNativeLibraryHere() throws IOException {
        Path natives = Files.createDirectories(directory.resolve("native"));
        List<Path> old;
        try (Stream<Path> files = Files.list(natives)) {
            old = files.toList();
        }
        for (Path file : old) {
            Files.deleteIfExists(file);
        }
        System.setProperty("org.sqlite.tmpdir", natives.toString());
    }

    @Override
    public Connection openWriter() throws SQLException {
        SQLiteConfig settings = settings();
        settings.setCacheSize(-WRITER_CACHE_KIB);
        Connection connection = open(settings);
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma wal_autocheckpoint = " + CHECKPOINT_PAGES);
        }
        return connection;
    }

    @Override
    public Connection openReader() throws SQLException {
        return open(settings());
    }

    private Connection open(SQLiteConfig settings) throws SQLException {
        SQLiteDataSource source = new SQLiteDataSource(settings);
        source.setUrl("jdbc:sqlite:" + directory.resolve("moothall.db"));
        return source.getConnection();
    }

    private static SQLiteConfig settings() {
        SQLiteConfig settings = new SQLiteConfig();
        settings.setJournalMode(JournalMode.WAL);
        settings.setSynchronous(SynchronousMode.FULL);
        settings.setTempStore(TempStore.MEMORY);
        settings.enforceForeignKeys(true);
        settings.setBusyTimeout(BUSY_MILLIS);
        settings.setJournalSizeLimit(WAL_LIMIT_BYTES);
        return settings;
    }

    @Override
    public boolean logs() {
        return true;
    }

    /** Passive: it waits for nobody, and nobody for it. */
    @Override
    public int checkpoint(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("pragma wal_checkpoint(passive)")) {
            return row.next() ? row.getInt("log") - row.getInt("checkpointed") : 0;
        }
    }

    @Override
    public int readers() {
        return READERS;
    }

    @Override
    public boolean shared() {
        return false;
    }

    /** In SQLite only {@code integer primary key} is the row's own number, counted up by itself; anything else costs an index beside it. */
    @Override
    public String adapt(String statement) {
        return statement.replace("bigint primary key", "integer primary key").replaceAll("(?i)bigserial primary key", "integer primary key");
    }

    @Override
    public void lockMigrations(Connection connection) {
        // one program, one writer: nobody else is there
    }

    @Override
    public boolean worthRepeating(SQLException failure) {
        return false;
    }

    @Override
    public boolean unableToWrite(SQLException failure) {
        return failure instanceof SQLiteException sqlite && switch (SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & PRIMARY_CODE)) {
            case SQLITE_FULL, SQLITE_IOERR, SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_NOMEM -> true;
            default -> false;
        };
    }

    @Override
    public boolean usable(Connection connection) {
        return true;
    }

    @Override
    public void close() {
        FileChannel held = lock;
        lock = null;
        if (held != null) {
            try {
                held.close();
            } catch (IOException e) {
                throw new ProblemException(Problem.of(StoreProblem.FAILED, "The lock of " + directory + " cannot be released."), e);
            }
        }
    }
}

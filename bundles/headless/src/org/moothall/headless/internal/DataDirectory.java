package org.moothall.headless.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Instance;

/** The directory of all state, this process's own as long as it lives. */
final class DataDirectory implements Instance, AutoCloseable {

    private static final Pattern PURPOSE = Pattern.compile("[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*");

    private final Path data;
    private final FileChannel lockFile;

    private DataDirectory(Path data, FileChannel lockFile) {
        this.data = data;
        this.lockFile = lockFile;
    }

    /** @throws Refusal when it cannot be written or another process has it */
    static DataDirectory take(Path data) {
        try {
            createPrivate(data);
            FileChannel lockFile = FileChannel.open(data.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(lockFile)) {
                lockFile.close();
                throw new Refusal(ExitCode.DATA_IN_USE, "The data directory " + data + " is in use by another server. End it or choose another --data.");
            }
            return new DataDirectory(data, lockFile);
        } catch (IOException e) {
            throw new Refusal(ExitCode.DATA_NOT_USABLE, "The data directory " + data + " cannot be written: " + why(e) + ".", e);
        }
    }

    @Override
    public String name() {
        return "server";
    }

    @Override
    public Path data() {
        return data;
    }

    @Override
    public Path directory(String purpose) {
        if (!PURPOSE.matcher(purpose).matches()) {
            throw new IllegalArgumentException(purpose);
        }
        Path directory = data.resolve(purpose);
        try {
            createPrivate(directory);
        } catch (IOException e) {
            throw new IllegalStateException("The directory " + directory + " cannot be made: " + why(e), e);
        }
        return directory;
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            @Nullable FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void createPrivate(Path directory) throws IOException {
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (!Files.isDirectory(directory)) {
            if (posix) {
                Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(directory);
            }
        }
        if (!Files.isWritable(directory)) {
            throw new IOException("permission denied");
        }
        if (posix) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static String why(IOException e) {
        return switch (e) {
            case java.nio.file.AccessDeniedException denied -> "permission denied";
            case java.nio.file.FileAlreadyExistsException exists -> "it is a file";
            case java.nio.file.FileSystemException system when system.getReason() != null -> system.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}

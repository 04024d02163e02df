package org.moothall.security.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.security.SecurityProblem;

/** The key of the vault in a file that its owner alone can read. */
final class VaultKey {

    static final int BYTES = 32;

    private VaultKey() {}

    static SecretKey read(Path file) {
        try {
            byte[] key = Files.readAllBytes(file);
            if (key.length != BYTES) {
                throw locked(file + " is not a vault key. Put the right one back from a backup.");
            }
            return new SecretKeySpec(key, "AES");
        } catch (IOException e) {
            throw new ProblemException(locked(file + " cannot be read. Put it back from a backup.").problem(), e);
        }
    }

    /** Makes a new key; it is on disk, complete, before it has its name. */
    static void create(Path file) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            try (FileChannel channel = FileChannel.open(part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerAlone(part))) {
                channel.write(ByteBuffer.wrap(Tokens.bytes(BYTES)));
                channel.force(true);
            }
            Files.move(part, file);
        } catch (IOException e) {
            throw new ProblemException(locked(file + " cannot be written.").problem(), e);
        }
    }

    /** On systems without such permissions the data directory itself is closed to others. */
    private static FileAttribute<?>[] ownerAlone(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    static ProblemException locked(String detail) {
        return Problem.of(SecurityProblem.VAULT_LOCKED, detail).exception();
    }
}

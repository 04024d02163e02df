package org.moothall.testkit.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The write-ahead log that a killed server leaves, as a power cut may leave it: torn within a page. Format: sqlite.org/walformat.html. */
public final class WriteAheadLog {

    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;
    /** Where the index says how many frames are in the database already. */
    private static final int BACKFILLED = 96;

    private final Path log;
    private final Path index;

    /** Of the server that keeps its state here. */
    public WriteAheadLog(Path data) {
        log = data.resolve("store/moothall.db-wal");
        index = data.resolve("store/moothall.db-shm");
    }

    /** A page was under way, and half of it came to the disk: nothing that was acknowledged. */
    public void tearNextPage() throws IOException {
        try (FileChannel file = FileChannel.open(log, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer header = read(file, 0, HEADER);
            long end = HEADER + (long) frames(file, header) * frameSize(header);
            ByteBuffer torn = ByteBuffer.allocate(FRAME_HEADER + header.getInt(8) / 2);
            torn.putInt(0, 2).putInt(4, 0).putInt(8, header.getInt(16)).putInt(12, header.getInt(20)); // looks like one of ours
            file.write(torn, end);
        }
    }

    /** The disk had said that all is safe, and it was not: the last pages are gone, the one before is torn. False when none can be. */
    public boolean tearLastPages(int most) throws IOException {
        try (FileChannel file = FileChannel.open(log, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer header = read(file, 0, HEADER);
            int frames = frames(file, header);
            int safe = Math.max(backfilled(), frames - most);
            if (safe >= frames) {
                return false;
            }
            file.truncate(HEADER + (long) safe * frameSize(header) + FRAME_HEADER + header.getInt(8) / 2);
            return true;
        }
    }

    private int backfilled() throws IOException {
        return Files.exists(index) ? ByteBuffer.wrap(Files.readAllBytes(index)).order(ByteOrder.nativeOrder()).getInt(BACKFILLED) : 0;
    }

    /** Frames of this round of the log: those with its salts. */
    private static int frames(FileChannel file, ByteBuffer header) throws IOException {
        int size = frameSize(header);
        int frames = 0;
        for (long at = HEADER; at + size <= file.size(); at += size, frames++) {
            ByteBuffer frame = read(file, at, FRAME_HEADER);
            if (frame.getInt(8) != header.getInt(16) || frame.getInt(12) != header.getInt(20)) {
                return frames;
            }
        }
        return frames;
    }

    private static int frameSize(ByteBuffer header) {
        return FRAME_HEADER + header.getInt(8);
    }

    private static ByteBuffer read(FileChannel file, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        file.read(bytes, at);
        return bytes;
    }
}

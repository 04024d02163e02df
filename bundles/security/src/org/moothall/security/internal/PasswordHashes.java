package org.moothall.security.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.core.Secret;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Argon2id with 19 MiB and two passes (OWASP's second choice: the least memory at full strength). Only two are computed at
 * once, so that a flood of sign-ins takes neither the memory nor both processors.
 */
@Component(service = PasswordHashes.class)
public final class PasswordHashes {

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int AT_ONCE = 2;
    private static final int MAX_WAITING = 64;
    private static final long WAIT_SECONDS = 10;

    private final SecureRandom random = new SecureRandom();
    private final int memoryKib;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    /** Nobody's password: for users that do not exist, who must take as long as the others. */
    private final String nobody;

    @Activate
    public PasswordHashes() {
        this(MEMORY_KIB);
    }

    /** With less memory, for tests of other things. */
    PasswordHashes(int memoryKib) {
        this.memoryKib = memoryKib;
        this.nobody = encode(new byte[SALT_BYTES], new byte[HASH_BYTES], memoryKib, PASSES, LANES);
    }

    /** A hash in the usual text form, with its parameters. */
    String hash(Secret password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return inTurn(() -> encode(salt, compute(password, salt, memoryKib, PASSES, LANES, HASH_BYTES), memoryKib, PASSES, LANES));
    }

    /** Whether this is the password; null for a user that does not exist takes the same time. */
    boolean matches(Secret password, @Nullable String hash) {
        String stored = hash == null ? nobody : hash;
        return inTurn(() -> verify(password, stored)) && hash != null;
    }

    private static boolean verify(Secret password, String stored) {
        String[] parts = stored.split("\\$");
        String[] settings = parts[3].split(",");
        byte[] salt = Base64.getDecoder().decode(parts[4]);
        byte[] expected = Base64.getDecoder().decode(parts[5]);
        byte[] actual = compute(password, salt, number(settings[0]), number(settings[1]), number(settings[2]), expected.length);
        return MessageDigest.isEqual(expected, actual);
    }

    private static int number(String setting) {
        return Integer.parseInt(setting.substring(2));
    }

    private static String encode(byte[] salt, byte[] hash, int memory, int passes, int lanes) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + memory + ",t=" + passes + ",p=" + lanes + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    private static byte[] compute(Secret password, byte[] salt, int memory, int passes, int lanes, int bytes) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory).withIterations(passes).withParallelism(lanes).withSalt(salt).build());
        byte[] hash = new byte[bytes];
        argon2.generateBytes(password.reveal().getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private <T> T inTurn(java.util.function.Supplier<T> work) {
        boolean mine = false;
        try {
            mine = turns.getQueueLength() < MAX_WAITING && turns.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!mine) {
            throw Problem.of(CoreProblem.UNAVAILABLE, "Too many people sign in at this moment. Try again in a minute.").exception();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}

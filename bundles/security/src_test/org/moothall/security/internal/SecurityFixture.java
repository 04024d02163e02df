package org.moothall.security.internal;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.function.Executable;
import org.moothall.core.Instance;
import org.moothall.core.Problem;
import org.moothall.core.ProblemCode;
import org.moothall.core.ProblemException;
import org.moothall.core.Secret;
import org.moothall.security.Permission;
import org.moothall.security.Role;
import org.moothall.store.Stores;
import org.moothall.store.Stores.Store;

/** The whole of the domain over a store in a test's directory; opened again, it is the program after a restart. */
final class SecurityFixture implements AutoCloseable {

    static final Secret PASSWORD = Secret.of("correct horse battery");
    static final Secret WRONG = Secret.of("wrong horse battery");
    static final String HERE = "192.0.2.1";

    final ManualClock clock;
    final Store store;
    final Instance instance;
    final PasswordHashes hashes = new PasswordHashes(64);
    final Throttle throttle;
    final UserTables tables;
    final ChainedAuditTrail audit;
    final RegisteredPermissions access;
    final LocalUsers users;
    final SignIn signIn;

    SecurityFixture(Path directory, ManualClock clock) {
        this.clock = clock;
        instance = new Directory(directory);
        store = Stores.embedded(instance.directory("store"), new Threads());
        throttle = new Throttle(clock);
        tables = new UserTables(store);
        audit = new ChainedAuditTrail(store, clock);
        access = new RegisteredPermissions(audit);
        access.addPermission(new Permission("meetings.read", "See meetings.", Set.of(Role.ADMINISTRATOR, Role.OPERATOR)));
        access.addPermission(new Permission("users.manage", "Manage users.", Set.of(Role.ADMINISTRATOR)));
        users = new LocalUsers(tables, hashes, throttle, clock);
        signIn = new SignIn(tables, hashes, throttle, access, audit, clock);
    }

    /** An instance whose state lives here. */
    private record Directory(Path data) implements Instance {
        @Override
        public String name() {
            return "test";
        }

        @Override
        public Path directory(String purpose) {
            try {
                return Files.createDirectories(data.resolve(purpose));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    SealedVault vault() {
        return new SealedVault(store, instance);
    }

    static Problem refused(ProblemCode expected, Executable work) {
        Problem problem = assertThrows(ProblemException.class, work).problem();
        if (problem.code() != expected) {
            throw new AssertionError("expected " + expected.code() + " but was " + problem);
        }
        return problem;
    }

    @Override
    public void close() {
        store.close();
    }
}

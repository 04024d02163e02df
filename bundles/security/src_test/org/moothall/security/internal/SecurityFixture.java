package org.moothall.security.internal;

import static org.junit.jupiter.api.Assertions.assertThrows;

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
import org.moothall.security.internal.store.SessionStore;
import org.moothall.security.internal.store.UserStore;
import org.moothall.store.Store;
import org.moothall.store.Stores;
import org.moothall.testkit.ManualClock;
import org.moothall.testkit.TestExecutors;
import org.moothall.testkit.TestInstance;

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
    final UserStore userStore;
    final ChainedAuditTrail audit;
    final RegisteredPermissions access;
    final LocalUsers users;
    final SignIn signIn;

    SecurityFixture(Path directory, ManualClock clock) {
        this.clock = clock;
        instance = new TestInstance(directory);
        store = Stores.embedded(instance.directory("store"), new TestExecutors());
        throttle = new Throttle(clock);
        userStore = new UserStore(store);
        audit = new ChainedAuditTrail(store, clock);
        access = new RegisteredPermissions(audit);
        access.addPermission(new Permission("meetings.read", "See meetings.", Set.of(Role.ADMINISTRATOR, Role.OPERATOR)));
        access.addPermission(new Permission("users.manage", "Manage users.", Set.of(Role.ADMINISTRATOR)));
        users = new LocalUsers(userStore, hashes, throttle, clock);
        signIn = new SignIn(userStore, new SessionStore(userStore), hashes, throttle, access, audit, clock);
    }

    SealedVault vault() {
        return new SealedVault(store, instance);
    }

    static Problem refused(ProblemCode expected, Executable work) {
        Problem problem = assertThrows(ProblemException.class, work).problem();
        if (!problem.code().equals(expected)) {
            throw new AssertionError("expected " + expected.code() + " but was " + problem);
        }
        return problem;
    }

    @Override
    public void close() {
        store.close();
    }
}

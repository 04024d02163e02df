package org.moothall.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.security.internal.SecurityFixture.HERE;
import static org.moothall.security.internal.SecurityFixture.PASSWORD;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.Credentials;
import org.moothall.core.PageRequest;
import org.moothall.security.Caller;
import org.moothall.security.Role;
import org.moothall.testkit.ManualClock;

class FirstAccountTest {

    private final SecurityFixture security;
    private final SealedVault vault;

    FirstAccountTest(@TempDir Path directory) {
        security = new SecurityFixture(directory, new ManualClock());
        vault = security.vault();
    }

    @AfterEach
    void end() {
        security.close();
    }

    @Test
    void anEmptyStoreGetsAnAdministratorWhoCanSignIn() {
        Credentials admin = start().find().orElseThrow();
        assertEquals("admin", admin.user());
        assertTrue(security.users.list(PageRequest.first()).items().get(0).passwordGenerated());
        assertEquals(Role.ADMINISTRATOR, security.signIn.signIn(admin.user(), admin.password(), HERE, null).role());
    }

    @Test
    void aRestartKeepsThePasswordUntilItIsHandedOver() {
        Optional<Credentials> made = start().find();
        assertEquals(made, start().find());
        start().handedOver();
        assertEquals(Optional.empty(), start().find());
        assertEquals(1, security.users.list(PageRequest.first()).total());
    }

    @Test
    void aChangedPasswordIsForgotten() {
        FirstAccount first = start();
        Credentials admin = first.find().orElseThrow();
        String token = security.signIn.signIn(admin.user(), admin.password(), HERE, null).token();
        Caller caller = security.signIn.authenticate(token, HERE).orElseThrow();
        security.users.changePassword(caller, admin.password(), PASSWORD);
        assertEquals(Optional.empty(), first.find());
        assertEquals(Optional.empty(), vault.find("security.first-administrator"));
    }

    @Test
    void aStoreWithUsersGetsNoOther() {
        security.users.add("anna", PASSWORD, Role.ADMINISTRATOR);
        assertEquals(Optional.empty(), start().find());
        assertEquals(1, security.users.list(PageRequest.first()).total());
    }

    private FirstAccount start() {
        return new FirstAccount(security.userStore, security.users, security.hashes, vault);
    }
}

package org.moothall.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.security.internal.SecurityFixture.HERE;
import static org.moothall.security.internal.SecurityFixture.PASSWORD;
import static org.moothall.security.internal.SecurityFixture.WRONG;
import static org.moothall.security.internal.SecurityFixture.refused;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.CoreProblem;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.core.Secret;
import org.moothall.security.Caller;
import org.moothall.security.Role;
import org.moothall.security.SecurityProblem;
import org.moothall.security.User;
import org.moothall.security.UserId;
import org.moothall.security.Users.NewUser;
import org.moothall.testkit.ManualClock;

class LocalUsersTest {

    private final SecurityFixture security;
    private final LocalUsers users;

    LocalUsersTest(@TempDir Path directory) {
        security = new SecurityFixture(directory, new ManualClock());
        users = security.users;
    }

    @AfterEach
    void end() {
        security.close();
    }

    @Test
    void aUserWithoutAPasswordGetsOneMadeUp() {
        NewUser added = users.add("anna", null, Role.OPERATOR);
        Secret password = Objects.requireNonNull(added.initialPassword());
        assertTrue(added.user().passwordGenerated());
        assertNotNull(security.signIn.signIn("anna", password, HERE, null).token());
        assertNull(users.add("otto", PASSWORD, Role.OPERATOR).initialPassword());
    }

    @Test
    void namesDifferByMoreThanTheirCase() {
        users.add("Anna", PASSWORD, Role.OPERATOR);
        refused(SecurityProblem.NAME_IN_USE, () -> users.add("aNNA", PASSWORD, Role.OPERATOR));
    }

    @Test
    void aUserMayChangeTheCaseOfItsOwnName() {
        User anna = users.add("anna", PASSWORD, Role.OPERATOR).user();
        assertEquals("Anna", users.change(anna.id(), null, "Anna", null).name());
    }

    @Test
    void badNamesAndPasswordsAreRefusedByField() {
        assertEquals("name", refused(CoreProblem.INVALID_INPUT, () -> users.add("a b", PASSWORD, Role.OPERATOR)).violations().get(0).field());
        assertEquals("password",
                refused(CoreProblem.INVALID_INPUT, () -> users.add("anna", Secret.of("1234567"), Role.OPERATOR)).violations().get(0).field());
        refused(CoreProblem.INVALID_INPUT, () -> users.add("anna", Secret.of("x".repeat(257)), Role.OPERATOR));
        refused(CoreProblem.INVALID_INPUT, () -> users.add("anna", Secret.of("aaaabbbb"), Role.OPERATOR));
        refused(CoreProblem.INVALID_INPUT, () -> users.add("anna", Secret.of("hello-ANNA-1"), Role.OPERATOR));
        assertEquals(0, users.list(PageRequest.first()).total());
    }

    @Test
    void theLastAdministratorStays() {
        User anna = users.add("anna", PASSWORD, Role.ADMINISTRATOR).user();
        User otto = users.add("otto", PASSWORD, Role.OPERATOR).user();
        refused(SecurityProblem.LAST_ADMINISTRATOR, () -> users.remove(anna.id()));
        refused(SecurityProblem.LAST_ADMINISTRATOR, () -> users.change(anna.id(), null, null, Role.OPERATOR));
        users.change(otto.id(), null, null, Role.ADMINISTRATOR);
        users.remove(anna.id());
        refused(SecurityProblem.LAST_ADMINISTRATOR, () -> users.remove(otto.id()));
    }

    @Test
    void aChangeOfAnOldVersionIsRefused() {
        User anna = users.add("anna", PASSWORD, Role.OPERATOR).user();
        User renamed = users.change(anna.id(), anna.version(), "ann", null);
        refused(CoreProblem.CHANGED_MEANWHILE, () -> users.change(anna.id(), anna.version(), "anne", null));
        assertEquals(renamed, users.find(anna.id()).orElseThrow());
    }

    @Test
    void unknownUsersAreNamedAsSuch() {
        UserId nobody = new UserId("nobody");
        refused(CoreProblem.NOT_FOUND, () -> users.remove(nobody));
        refused(CoreProblem.NOT_FOUND, () -> users.resetPassword(nobody));
        refused(CoreProblem.NOT_FOUND, () -> users.change(nobody, null, "x", null));
        assertTrue(users.find(nobody).isEmpty());
    }

    @Test
    void theOldPasswordIsAskedForAndThrottled() {
        User anna = users.add("anna", PASSWORD, Role.OPERATOR).user();
        Caller caller = new Caller(anna.id(), "anna", Role.OPERATOR, "s", HERE);
        for (int i = 0; i < 3; i++) {
            refused(SecurityProblem.WRONG_CREDENTIALS, () -> users.changePassword(caller, WRONG, Secret.of("another long one")));
        }
        refused(SecurityProblem.THROTTLED, () -> users.changePassword(caller, PASSWORD, Secret.of("another long one")));
    }

    @Test
    void aPasswordOfOnesOwnIsNotGenerated() {
        NewUser anna = users.add("anna", null, Role.OPERATOR);
        Caller caller = new Caller(anna.user().id(), "anna", Role.OPERATOR, "s", HERE);
        users.changePassword(caller, Objects.requireNonNull(anna.initialPassword()), PASSWORD);
        assertFalse(users.find(anna.user().id()).orElseThrow().passwordGenerated());
    }

    @Test
    void pagesGoThroughAllUsersByName() {
        List.of("carl", "Anna", "bert").forEach(name -> users.add(name, PASSWORD, Role.OPERATOR));
        Page<User> first = users.list(new PageRequest(2, null));
        assertEquals(List.of("Anna", "bert"), first.items().stream().map(User::name).toList());
        assertEquals(3, first.total());
        Page<User> second = users.list(new PageRequest(2, first.next()));
        assertEquals(List.of("carl"), second.items().stream().map(User::name).toList());
        assertNull(second.next());
    }
}

package org.moothall.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.security.internal.SecurityFixture.HERE;
import static org.moothall.security.internal.SecurityFixture.PASSWORD;
import static org.moothall.security.internal.SecurityFixture.WRONG;
import static org.moothall.security.internal.SecurityFixture.refused;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.security.Authentication;
import org.moothall.security.Caller;
import org.moothall.security.Role;
import org.moothall.security.SecurityProblem;
import org.moothall.security.Session;
import org.moothall.security.User;
import org.moothall.store.Sql;
import org.moothall.testkit.ManualClock;

class SignInTest {

    private final ManualClock clock = new ManualClock();
    private final Path directory;
    private SecurityFixture security;
    private final User anna;
    private final User otto;

    SignInTest(@TempDir Path directory) {
        this.directory = directory;
        security = new SecurityFixture(directory, clock);
        anna = security.users.add("Anna", PASSWORD, Role.ADMINISTRATOR).user();
        otto = security.users.add("otto", PASSWORD, Role.OPERATOR).user();
    }

    @AfterEach
    void end() {
        security.close();
    }

    @Test
    void aSessionTellsWhatItsUserMayDo() {
        Session session = signIn("otto");
        assertEquals(Set.of("meetings.read"), session.permissions());
        assertEquals(clock.instant().plus(Duration.ofHours(24)), session.expires());
        assertEquals(3_600, session.idleSeconds());
        assertEquals(Set.of("meetings.read", "users.manage"), signIn("ANNA").permissions());
        assertNotEquals(session.token(), signIn("otto").token());
        assertEquals(Optional.of(session), security.signIn.find(session.token()));
    }

    @Test
    void aTokenIsItsUserFromWhereverItComes() {
        Caller caller = security.signIn.authenticate(signIn("otto").token(), "192.0.2.9").orElseThrow();
        assertEquals(otto.id(), caller.user());
        assertEquals("192.0.2.9", caller.source());
        assertTrue(security.signIn.authenticate("made up", HERE).isEmpty());
    }

    @Test
    void theStoreHoldsNoTokenAndNoPassword() {
        String token = signIn("otto").token();
        assertTrue(column("select fingerprint from security_sessions").stream().noneMatch(token::contains));
        assertTrue(column("select password from security_users").stream().allMatch(hash -> hash.startsWith("$argon2id$")));
    }

    @Test
    void aSessionSurvivesARestart() {
        String token = signIn("otto").token();
        security.close();
        security = new SecurityFixture(directory, clock);
        assertTrue(known(token));
    }

    @Test
    void aSessionEndsAfterAnHourWithoutUse() {
        String token = signIn("otto").token();
        clock.advance(Duration.ofMinutes(59));
        assertTrue(known(token));
        clock.advance(Duration.ofMinutes(59));
        assertTrue(known(token));
        clock.advance(Duration.ofMinutes(60));
        assertFalse(known(token));
    }

    @Test
    void aSessionEndsAfterADayHoweverMuchItIsUsed() {
        String token = signIn("otto").token();
        for (int halfHour = 1; halfHour < 48; halfHour++) {
            clock.advance(Duration.ofMinutes(30));
            assertTrue(known(token));
        }
        clock.advance(Duration.ofMinutes(30));
        assertFalse(known(token));
    }

    @Test
    void useIsNotedWithinTheStatedTime() {
        String token = signIn("otto").token();
        clock.advance(Authentication.USE_NOTED_EVERY);
        assertTrue(known(token));
        clock.advance(Duration.ofHours(1).minusMillis(1));
        assertTrue(known(token));
    }

    @Test
    void askingForASessionDoesNotKeepItAlive() {
        String token = signIn("otto").token();
        clock.advance(Duration.ofMinutes(59));
        assertTrue(security.signIn.find(token).isPresent());
        clock.advance(Duration.ofMinutes(1));
        assertTrue(security.signIn.find(token).isEmpty());
    }

    @Test
    void anEndedSessionIsUnknown() {
        String ended = signIn("otto").token();
        String other = signIn("otto").token();
        security.signIn.end(ended);
        assertFalse(known(ended));
        assertTrue(known(other));
    }

    @Test
    void aRemovedUserIsSignedOut() {
        String token = signIn("otto").token();
        security.users.remove(otto.id());
        assertFalse(known(token));
        refused(SecurityProblem.WRONG_CREDENTIALS, () -> signIn("otto"));
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsOnly() {
        String mine = signIn("otto").token();
        String other = signIn("otto").token();
        Caller caller = security.signIn.authenticate(mine, HERE).orElseThrow();
        security.users.changePassword(caller, PASSWORD, WRONG);
        assertTrue(known(mine));
        assertFalse(known(other));
        refused(SecurityProblem.WRONG_CREDENTIALS, () -> signIn("otto"));
    }

    @Test
    void aResetPasswordEndsAllSessions() {
        String token = signIn("otto").token();
        security.users.resetPassword(otto.id());
        assertFalse(known(token));
    }

    @Test
    void aChangedRoleIsInEffectAtOnce() {
        String token = signIn("Anna").token();
        security.users.change(otto.id(), null, null, Role.ADMINISTRATOR);
        security.users.change(anna.id(), null, null, Role.OPERATOR);
        assertEquals(Role.OPERATOR, security.signIn.authenticate(token, HERE).orElseThrow().role());
        assertEquals(Set.of("meetings.read"), security.signIn.find(token).orElseThrow().permissions());
    }

    @Test
    void threeFailuresCloseTheDoorEvenToTheRightPassword() {
        for (int i = 0; i < 3; i++) {
            refused(SecurityProblem.WRONG_CREDENTIALS, () -> security.signIn.signIn("otto", WRONG, HERE, null));
        }
        refused(SecurityProblem.THROTTLED, () -> signIn("OTTO"));
        assertEquals(Duration.ofSeconds(300), security.signIn.retryAfter("otto", HERE));
        assertEquals("Anna", signIn("Anna").user());
        clock.advance(Duration.ofSeconds(300));
        assertEquals("otto", signIn("otto").user());
    }

    @Test
    void anUnknownUserIsRefusedInTheSameWords() {
        assertEquals(refused(SecurityProblem.WRONG_CREDENTIALS, () -> security.signIn.signIn("otto", WRONG, HERE, null)),
                refused(SecurityProblem.WRONG_CREDENTIALS, () -> security.signIn.signIn("nobody", WRONG, HERE, null)));
    }

    @Test
    void everyTryIsOnRecord() {
        signIn("otto");
        refused(SecurityProblem.WRONG_CREDENTIALS, () -> security.signIn.signIn("x".repeat(5_000), WRONG, HERE, "curl"));
        assertEquals(List.of("otto", "x".repeat(200)), column("select user_name from security_audit order by id"));
        assertEquals(List.of("DONE", "REFUSED"), column("select outcome from security_audit order by id"));
    }

    private Session signIn(String name) {
        return security.signIn.signIn(name, PASSWORD, HERE, "test");
    }

    private boolean known(String token) {
        boolean known = security.signIn.authenticate(token, HERE).isPresent();
        security.store.writeAndWait(connection -> true); // by now the use is noted
        return known;
    }

    private List<String> column(String query) {
        return security.store.read(connection -> Sql.list(connection, row -> row.getString(1), query));
    }
}

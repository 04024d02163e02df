package org.moothall.licensing.authority.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.licensing.authority.internal.AuthorityFixture.TEN;
import static org.moothall.licensing.authority.internal.AuthorityFixture.refused;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.CoreProblem;
import org.moothall.core.Secret;
import org.moothall.licensing.authority.AuthorityProblem;
import org.moothall.licensing.authority.Licences;
import org.moothall.licensing.authority.Registrations;
import org.moothall.licensing.authority.Reservation.Kind;
import org.moothall.licensing.authority.messages.Standing;
import org.moothall.testkit.store.Engine;
import org.moothall.testkit.store.OnBothEngines;

/** Servers that reach their authority. @spec admin-guide §21.6.1, §21.6.2 */
@OnBothEngines
class RegistrationsTest {

    private final AuthorityFixture authority;
    private final ServerWithoutConnection server;

    RegistrationsTest(Engine engine, @TempDir Path directory) {
        authority = new AuthorityFixture(engine, directory);
        server = new ServerWithoutConnection(authority.instances, authority.clock);
    }

    @AfterEach
    void close() {
        authority.close();
    }

    @Test
    void aTokenRegistersForAYearAndHandsOnItsExportControlFlag() {
        Standing standing = register(token(1), server, false);
        assertEquals(authority.clock.instant().plus(Duration.ofDays(365)), standing.registeredUntil());
        assertEquals("North wing", standing.virtualAccount());
        assertTrue(standing.exportControlled());
        Secret plain = authority.accounts.issue(authority.virtual.id(), false, Duration.ofDays(1), 1, "ada").text();
        assertFalse(register(plain, new ServerWithoutConnection(authority.instances, authority.clock), false).exportControlled());
    }

    @Test
    void aTokenThatIsUnknownUsedUpRevokedOrExpiredIsRefused() {
        refused(AuthorityProblem.TOKEN_REFUSED, () -> register(Secret.of("guess"), server, false));
        Secret once = token(1);
        register(once, server, false);
        ServerWithoutConnection second = new ServerWithoutConnection(authority.instances, authority.clock);
        refused(AuthorityProblem.TOKEN_REFUSED, () -> register(once, second, false));
        Secret expired = token(1);
        authority.clock.advance(Duration.ofDays(1));
        refused(AuthorityProblem.TOKEN_REFUSED, () -> register(expired, second, false));
    }

    @Test
    void whoIsRegisteredRegistersAgainOnlyWhenThatIsAskedForAndKeepsTheTokenOtherwise() {
        Secret token = token(2);
        register(token, server, false);
        refused(AuthorityProblem.REGISTERED_ALREADY, () -> register(token, server, false));
        register(token, server, true);
        assertTrue(authority.accounts.tokens(authority.virtual.id()).isEmpty());
    }

    @Test
    void whoHasAReservationDoesNotRegister() {
        authority.instances.reserve(authority.virtual.id(), server.requestCode(), Kind.UNIVERSAL, Licences.NONE);
        refused(AuthorityProblem.RESERVED_ALREADY, () -> register(token(1), server, true));
    }

    @Test
    void whoIsRegisteredWithATokenDoesNotReserve() {
        register(token(1), server, false);
        refused(AuthorityProblem.REGISTERED_ALREADY,
                () -> authority.instances.reserve(authority.virtual.id(), server.requestCode(), Kind.UNIVERSAL, Licences.NONE));
    }

    @Test
    void aRegistrationThatIsNotRenewedEnds() {
        register(token(1), server, false);
        authority.clock.advance(Duration.ofDays(182));
        Standing renewed = authority.registrations.renew(server.id, authority.clock.instant());
        assertEquals(authority.clock.instant().plus(Registrations.VALIDITY), renewed.registeredUntil());
        authority.clock.advance(Registrations.VALIDITY);
        refused(AuthorityProblem.NOT_REGISTERED, () -> authority.registrations.renew(server.id, authority.clock.instant()));
    }

    @Test
    void whatOthersUseOrHaveReservedIsNotAvailable() {
        ServerWithoutConnection reserving = new ServerWithoutConnection(authority.instances, authority.clock);
        authority.instances.reserve(authority.virtual.id(), reserving.requestCode(), Kind.SPECIFIC, new Licences(1, 0, 0, 0));
        ServerWithoutConnection other = new ServerWithoutConnection(authority.instances, authority.clock);
        Secret token = token(2);
        register(token, other, false);
        authority.clock.advance(Duration.ofSeconds(1));
        authority.registrations.authorize(other.id, new Licences(0, 2, 0, 0), 3, authority.clock.instant());
        register(token, server, false);
        authority.clock.advance(Duration.ofSeconds(1));
        Standing standing = authority.registrations.authorize(server.id, new Licences(9, 10, 0, 0), 2, authority.clock.instant());
        assertEquals(new Licences(9, 8, 10, 10), standing.available());
        assertEquals(new Licences(0, 2, 0, 0), standing.missing());
        assertEquals(2, authority.instances.find(server.id).orElseThrow().callBridges());
    }

    @Test
    void whatWasSaidOnceCannotBeSaidAgain() {
        register(token(1), server, false);
        authority.clock.advance(Duration.ofSeconds(1));
        authority.registrations.authorize(server.id, TEN, 1, authority.clock.instant());
        refused(AuthorityProblem.CODE_USED, () -> authority.registrations.deregister(server.id, authority.clock.instant()));
        authority.clock.advance(Duration.ofSeconds(1));
        authority.registrations.deregister(server.id, authority.clock.instant());
        assertTrue(authority.instances.find(server.id).isEmpty());
    }

    @Test
    void aServerWhoseClockIsFarOffIsTold() {
        register(token(1), server, false);
        String detail = refused(AuthorityProblem.CODE_EXPIRED,
                () -> authority.registrations.renew(server.id, authority.clock.instant().plus(Duration.ofMinutes(6))));
        assertTrue(detail.contains("360 s apart"), detail);
    }

    @Test
    void anAdministratorForgetsAServerThatIsGone() {
        register(token(1), server, false);
        authority.instances.remove(server.id);
        refused(AuthorityProblem.NOT_REGISTERED, () -> authority.registrations.key(server.id));
        refused(CoreProblem.NOT_FOUND, () -> authority.instances.remove(server.id));
    }

    private Secret token(int uses) {
        return authority.accounts.issue(authority.virtual.id(), true, Duration.ofDays(1), uses, "ada").text();
    }

    private Standing register(Secret token, ServerWithoutConnection who, boolean again) {
        return authority.registrations.register(token, who.id, "server", who.key(), again, authority.clock.instant());
    }
}

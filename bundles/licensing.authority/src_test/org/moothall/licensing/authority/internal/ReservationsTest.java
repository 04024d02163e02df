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
import org.moothall.core.PageRequest;
import org.moothall.licensing.authority.AuthorityProblem;
import org.moothall.licensing.authority.Licences;
import org.moothall.licensing.authority.Reservation;
import org.moothall.licensing.authority.Reservation.Kind;
import org.moothall.licensing.authority.codes.Code;
import org.moothall.testkit.store.Engine;
import org.moothall.testkit.store.OnBothEngines;

/** Reservations by codes that people carry. @spec admin-guide §21.6.3 */
@OnBothEngines
class ReservationsTest {

    private static final Licences FIVE = new Licences(0, 5, 0, 0);
    private static final Licences EIGHT = new Licences(0, 8, 0, 0);
    private static final Licences TWO = new Licences(0, 2, 0, 0);

    private final AuthorityFixture authority;
    private final ServerWithoutConnection server;

    ReservationsTest(Engine engine, @TempDir Path directory) {
        authority = new AuthorityFixture(engine, directory);
        server = new ServerWithoutConnection(authority.instances, authority.clock);
    }

    @AfterEach
    void close() {
        authority.close();
    }

    @Test
    void aRequestCodeIsAnsweredByAnAuthorizationCodeAndTheLicencesAreTaken() {
        Code.Authorization granted = server.installed(reserve(FIVE));
        assertEquals(FIVE, granted.licences());
        assertEquals(1, granted.sequence());
        assertEquals(new Licences(10, 5, 10, 10), authority.free());
        assertEquals(new Reservation(Kind.SPECIFIC, FIVE, FIVE, 1, true), reservation());
        assertEquals("server of the north wing", authority.instances.list(authority.virtual.id(), PageRequest.first()).items().getFirst().name());
    }

    @Test
    void theSameRequestEnteredTwiceTakesTheLicencesOnce() {
        String request = server.requestCode();
        reserve(request, FIVE);
        assertEquals(FIVE, server.installed(reserve(request, FIVE)).licences());
        assertEquals(new Licences(10, 5, 10, 10), authority.free());
        refused(AuthorityProblem.RESERVED_ALREADY, () -> reserve(request, EIGHT));
        refused(AuthorityProblem.RESERVED_ALREADY, () -> reserve(server.requestCode(), FIVE));
    }

    @Test
    void moreThanIsThereIsNotReserved() {
        String detail = refused(AuthorityProblem.NOT_ENOUGH, () -> reserve(new Licences(0, 11, 0, 12)));
        assertTrue(detail.startsWith("Missing are 1 SMP Plus, 2 Customization;"), detail);
        assertEquals(TEN, authority.free());
    }

    @Test
    void anAccountThatMayNotReserveDoesNot() {
        authority.accounts.update(authority.account.id(), null, false, 1);
        refused(AuthorityProblem.NO_RESERVATION, () -> reserve(FIVE));
    }

    @Test
    void newNumbersReplaceThoseBeforeAndAreNotAdded() {
        reserve(FIVE);
        Code.Authorization changed = server.installed(authority.instances.change(server.id, EIGHT));
        assertEquals(EIGHT, changed.licences());
        assertEquals(2, changed.sequence());
        authority.instances.confirm(server.id, server.confirmationCode(2));
        assertEquals(new Licences(10, 2, 10, 10), authority.free());
    }

    @Test
    void whatIsGivenUpIsHeldUntilTheChangeIsConfirmed() {
        reserve(FIVE);
        authority.instances.change(server.id, TWO);
        assertEquals(new Licences(10, 5, 10, 10), authority.free());
        assertFalse(reservation().confirmed());
        authority.instances.confirm(server.id, server.confirmationCode(2));
        assertEquals(new Licences(10, 8, 10, 10), authority.free());
        assertTrue(reservation().confirmed());
    }

    @Test
    void aSecondChangeWaitsForTheFirstToBeConfirmed() {
        reserve(FIVE);
        authority.instances.change(server.id, EIGHT);
        refused(AuthorityProblem.CONFIRMATION_AWAITED, () -> authority.instances.change(server.id, TWO));
        refused(AuthorityProblem.NOT_ENOUGH, () -> {
            authority.instances.confirm(server.id, server.confirmationCode(2));
            authority.instances.change(server.id, new Licences(0, 11, 0, 0));
        });
    }

    @Test
    void anEarlierConfirmationIsRefusedAndNothingChanges() {
        reserve(FIVE);
        refused(AuthorityProblem.CODE_USED, () -> authority.instances.confirm(server.id, server.confirmationCode(1)));
        authority.instances.change(server.id, EIGHT);
        refused(AuthorityProblem.CODE_USED, () -> authority.instances.confirm(server.id, server.confirmationCode(1)));
        assertFalse(reservation().confirmed());
        authority.instances.confirm(server.id, server.confirmationCode(2));
        refused(AuthorityProblem.CODE_USED, () -> authority.instances.confirm(server.id, server.confirmationCode(2)));
    }

    @Test
    void aMistypedCodeLosesNothing() {
        reserve(FIVE);
        authority.instances.change(server.id, EIGHT);
        String code = server.confirmationCode(2);
        String mistyped = (code.charAt(7) == 'A' ? code.substring(0, 7) + "B" : code.substring(0, 7) + "A") + code.substring(8);
        refused(AuthorityProblem.CODE_MISTYPED, () -> authority.instances.confirm(server.id, mistyped));
        assertTrue(authority.instances.confirm(server.id, code).reservation() != null);
    }

    @Test
    void codesOfAnotherInstanceOrKindAreRefusedWithTheReason() {
        reserve(FIVE);
        ServerWithoutConnection other = new ServerWithoutConnection(authority.instances, authority.clock);
        authority.instances.reserve(authority.virtual.id(), other.requestCode(), Kind.SPECIFIC, TWO);
        refused(AuthorityProblem.OTHER_INSTANCE, () -> authority.instances.giveBack(server.id, other.returnCode(1)));
        refused(AuthorityProblem.WRONG_CODE, () -> authority.instances.giveBack(server.id, server.confirmationCode(1)));
        refused(AuthorityProblem.WRONG_CODE, () -> authority.instances.confirm(server.id, server.returnCode(1)));
        refused(AuthorityProblem.WRONG_CODE, () -> reserve(server.returnCode(1), TWO));
        refused(AuthorityProblem.WRONG_CODE, () -> reserve(authority.instances.authorization(server.id), TWO));
        assertEquals(new Licences(10, 3, 10, 10), authority.free());
    }

    @Test
    void aReturnCodeFreesEverythingAndCannotBeReplayed() {
        reserve(FIVE);
        String returned = server.returnCode(1);
        authority.instances.giveBack(server.id, returned);
        assertEquals(TEN, authority.free());
        assertTrue(authority.instances.find(server.id).isEmpty());
        refused(CoreProblem.NOT_FOUND, () -> authority.instances.giveBack(server.id, returned));
        reserve(FIVE);
        refused(AuthorityProblem.CODE_USED, () -> authority.instances.giveBack(server.id, returned));
        assertEquals(new Licences(10, 5, 10, 10), authority.free());
    }

    @Test
    void aRequestOfAReservationThatHasEndedIsNotAnsweredAgain() {
        String request = server.requestCode();
        reserve(request, FIVE);
        authority.instances.giveBack(server.id, server.returnCode(1));
        refused(AuthorityProblem.CODE_USED, () -> reserve(request, FIVE));
    }

    @Test
    void aRequestOlderThanNinetyDaysHasExpired() {
        String request = server.requestCode();
        authority.clock.advance(Duration.ofDays(90).plusSeconds(1));
        refused(AuthorityProblem.CODE_EXPIRED, () -> reserve(request, FIVE));
    }

    @Test
    void aUniversalReservationTakesNothingAndCannotBeChanged() {
        String code = authority.instances.reserve(authority.virtual.id(), server.requestCode(), Kind.UNIVERSAL, FIVE);
        assertEquals(Kind.UNIVERSAL, server.installed(code).kind());
        assertEquals(TEN, authority.free());
        refused(AuthorityProblem.UNIVERSAL, () -> authority.instances.change(server.id, FIVE));
    }

    @Test
    void theKindChangesByReturningAndReservingAnew() {
        authority.instances.reserve(authority.virtual.id(), server.requestCode(), Kind.UNIVERSAL, Licences.NONE);
        authority.instances.giveBack(server.id, server.returnCode(1));
        assertEquals(Kind.SPECIFIC, server.installed(reserve(FIVE)).kind());
    }

    @Test
    void whatIsReservedIsNotRemovedWithoutItsReturnCode() {
        reserve(FIVE);
        refused(AuthorityProblem.RESERVED, () -> authority.instances.remove(server.id));
    }

    @Test
    void whoLostTheAuthorizationCodeGetsItAgain() {
        reserve(FIVE);
        authority.instances.change(server.id, EIGHT);
        Code.Authorization again = server.installed(authority.instances.authorization(server.id));
        assertEquals(EIGHT, again.licences());
        assertEquals(2, again.sequence());
    }

    private Reservation reservation() {
        Reservation reservation = authority.instances.find(server.id).orElseThrow().reservation();
        if (reservation == null) {
            throw new AssertionError("nothing is reserved");
        }
        return reservation;
    }

    private String reserve(Licences licences) {
        return reserve(server.requestCode(), licences);
    }

    private String reserve(String request, Licences licences) {
        return authority.instances.reserve(authority.virtual.id(), request, Kind.SPECIFIC, licences);
    }
}

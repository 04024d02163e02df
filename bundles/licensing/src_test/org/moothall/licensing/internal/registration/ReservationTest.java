package org.moothall.licensing.internal.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Objects;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.ProblemCode;
import org.moothall.core.ProblemException;
import org.moothall.licensing.Entitlements;
import org.moothall.licensing.Licensing;
import org.moothall.licensing.LicensingMode;
import org.moothall.licensing.LicensingProblem;
import org.moothall.licensing.Registration;
import org.moothall.licensing.Registration.State;
import org.moothall.licensing.authority.AuthorityProblem;
import org.moothall.licensing.authority.Licences;
import org.moothall.licensing.authority.Reservation.Kind;
import org.moothall.licensing.authority.codes.Code;
import org.moothall.licensing.authority.codes.Code.Request;
import org.moothall.licensing.authority.codes.PublicKeyBytes;
import org.moothall.licensing.authority.codes.SignedCode;
import org.moothall.licensing.internal.Allocating;
import org.moothall.store.Store;
import org.moothall.testkit.ManualClock;
import org.moothall.testkit.MemoryVault;
import org.moothall.testkit.store.Engine;
import org.moothall.testkit.store.OnBothEngines;

/** Admin guide §21.6.3: every flow of a reservation on the server's side, with an authority that the test plays. */
@OnBothEngines
class ReservationTest {

    private static final Licences FIVE = new Licences(0, 5, 1, 0);
    private static final Licences TEN = new Licences(2, 10, 0, 1);

    private final Store store;
    private final ManualClock clock = new ManualClock();
    private final KeyPair authority = pair();
    private final MemoryVault vault = new MemoryVault();
    private final Allocating allocating;
    private final Licensing licensing;
    private StoredReservations reservations;
    private @Nullable Request asked;

    ReservationTest(Engine engine, @TempDir Path directory) {
        store = engine.open(directory);
        allocating = new Allocating(store, clock);
        licensing = allocating.licensing();
        reservations = new StoredReservations(store, vault, licensing, clock);
    }

    @BeforeEach
    void trust() {
        licensing.mode(LicensingMode.SMART_LICENSING);
        reservations.trust(PublicKeyBytes.of(authority.getPublic()).hex());
    }

    @AfterEach
    void close() {
        allocating.close();
        store.close();
    }

    @Test
    void aRequestIsPendingUntilItsAnswerIsInstalledAndThenWhatIsReservedIsAllocated() {
        Registration pending = reservations.request();
        assertEquals("License Reservation Pending", pending.registration());
        Registration reserved = install(1, Kind.SPECIFIC, FIVE);
        assertEquals("Registered - License Reservation, Authorized - Reserved", reserved.registration() + ", " + reserved.authorization());
        assertEquals(null, reserved.confirmationCode(), "the first needs none");
        assertAllocated(0, 5, 1, false);
    }

    @Test
    void theRequestCodeIsShownAgainAlsoAfterARestart() {
        String code = reservations.request().requestCode();
        reservations = new StoredReservations(store, vault, licensing, clock);
        assertEquals(code, reservations.now().requestCode());
        assertEquals(code, reservations.request().requestCode());
    }

    @Test
    void aMistypedCodeNeverLosesThePendingState() {
        String request = String.valueOf(reservations.request().requestCode());
        String code = answer(1, Kind.SPECIFIC, FIVE);
        refused(AuthorityProblem.CODE_MISTYPED, () -> reservations.install(code.substring(0, 40), "anna"));
        refused(AuthorityProblem.CODE_MISTYPED, () -> reservations.install("nothing of the kind", "anna"));
        assertEquals(request, reservations.now().requestCode());
        assertEquals(State.RESERVED, reservations.install(code, "anna").state());
    }

    @Test
    void aCodeOfAnotherAuthorityIsRefused() {
        reservations.request();
        String forged = SignedCode.sign(granted(1, Kind.SPECIFIC, FIVE), pair().getPrivate()).toString();
        refused(AuthorityProblem.NOT_GENUINE, () -> reservations.install(forged, "anna"));
        assertEquals(State.RESERVATION_PENDING, reservations.now().state());
    }

    @Test
    void aCodeForAnotherServerOrAnEarlierRequestIsRefused() {
        reservations.request();
        Code.Authorization ours = granted(1, Kind.SPECIFIC, FIVE);
        Code foreign = new Code.Authorization(UUID.randomUUID(), ours.at(), ours.request(), 1, ours.kind(), FIVE, true);
        refused(AuthorityProblem.OTHER_INSTANCE, () -> install(foreign));
        String earlier = answer(1, Kind.SPECIFIC, FIVE);
        reservations.cancel();
        reservations.request();
        refused(AuthorityProblem.CODE_USED, () -> reservations.install(earlier, "anna"));
        refused(AuthorityProblem.WRONG_CODE, () -> install(new Code.Confirmation(ours.instance(), ours.at(), ours.request(), 1)));
    }

    @Test
    void aChangeReplacesTheNumbersAndItsConfirmationCodeIsShownUntilItHasBeenEntered() {
        reservations.request();
        install(1, Kind.SPECIFIC, FIVE);
        Registration changed = change(2, TEN);
        assertAllocated(2, 10, 0, true);
        Code.Confirmation code = (Code.Confirmation) read(changed.confirmationCode());
        assertEquals(2, code.sequence());
        assertEquals(null, reservations.confirmationEntered().confirmationCode());
        refused(LicensingProblem.WRONG_STATE, () -> reservations.confirmationEntered());
    }

    @Test
    void aCodeIsInstalledOnce() {
        reservations.request();
        install(1, Kind.SPECIFIC, FIVE);
        change(2, TEN);
        refused(AuthorityProblem.CODE_USED, () -> change(2, FIVE));
        refused(AuthorityProblem.CODE_USED, () -> change(1, FIVE));
        assertAllocated(2, 10, 0, true);
    }

    @Test
    void aUniversalReservationAllocatesEverythingAndIsNotChanged() {
        reservations.request();
        assertEquals(true, install(1, Kind.UNIVERSAL, Licences.NONE).universal());
        assertAllocated(Entitlements.MOST, Entitlements.MOST, Entitlements.MOST, true);
        refused(AuthorityProblem.UNIVERSAL, () -> change(2, FIVE));
    }

    @Test
    void theKindIsChangedByReturningAndRegisteringAnew() {
        reservations.request();
        install(1, Kind.UNIVERSAL, Licences.NONE);
        reservations.giveBack("anna");
        reservations.request();
        assertEquals(false, install(1, Kind.SPECIFIC, FIVE).universal());
        assertAllocated(0, 5, 1, false);
    }

    @Test
    void whatIsReturnedIsNoLongerAllocatedAndTheReturnCodeIsShown() {
        reservations.request();
        install(1, Kind.SPECIFIC, FIVE);
        Registration returned = reservations.giveBack("anna");
        assertEquals("Deregistered", returned.registration());
        assertEquals(1, ((Code.Return) read(returned.returnCode())).sequence());
        assertAllocated(0, 0, 0, false);
        refused(LicensingProblem.WRONG_STATE, () -> reservations.giveBack("anna"));
    }

    @Test
    void aPendingRequestIsCancelledAndTheNextOneIsAnother() {
        String first = String.valueOf(reservations.request().requestCode());
        assertEquals(State.UNREGISTERED, reservations.cancel().state());
        assertNotEquals(first, reservations.request().requestCode());
        reservations.cancel();
        refused(LicensingProblem.WRONG_STATE, () -> reservations.cancel());
    }

    @Test
    void moreThanIsReservedIsNotAllocated() {
        reservations.request();
        install(1, Kind.SPECIFIC, FIVE);
        reservations.verify(new Entitlements(0, 5, 0, false, null, null, 0));
        refused(LicensingProblem.NOT_RESERVED, () -> reservations.verify(new Entitlements(0, 6, 0, false, null, null, 0)));
        refused(LicensingProblem.NOT_RESERVED, () -> reservations.verify(new Entitlements(0, 0, 0, true, null, null, 0)));
    }

    @Test
    void whoLeavesSmartLicensingIsDeregistered() {
        reservations.request();
        install(1, Kind.SPECIFIC, FIVE);
        reservations.leave("anna");
        assertEquals(State.DEREGISTERED, reservations.now().state());
        reservations.request();
        reservations.leave("anna");
        assertEquals(State.UNREGISTERED, reservations.now().state());
    }

    @Test
    void theAuthorityIsNotChangedWhileSomethingIsReserved() {
        reservations.request();
        install(1, Kind.SPECIFIC, FIVE);
        refused(LicensingProblem.WRONG_STATE, () -> reservations.trust(PublicKeyBytes.of(pair().getPublic()).hex()));
    }

    private Registration install(int sequence, Kind kind, Licences licences) {
        return install(granted(sequence, kind, licences));
    }

    private Registration install(Code code) {
        return reservations.install(SignedCode.sign(code, authority.getPrivate()).toString(), "anna");
    }

    private String answer(int sequence, Kind kind, Licences licences) {
        return SignedCode.sign(granted(sequence, kind, licences), authority.getPrivate()).toString();
    }

    /** What the authority answers to the request that is pending. */
    private Code.Authorization granted(int sequence, Kind kind, Licences licences) {
        asked = (Request) read(reservations.now().requestCode());
        return new Code.Authorization(asked().instance(), clock.instant(), asked().request(), sequence, kind, licences, true);
    }

    /** What the authority says later. */
    private Registration change(int sequence, Licences licences) {
        return install(new Code.Authorization(asked().instance(), clock.instant(), asked().request(), sequence, Kind.SPECIFIC, licences, true));
    }

    private Request asked() {
        return Objects.requireNonNull(asked);
    }

    private static Code read(@Nullable String code) {
        return SignedCode.read(Objects.requireNonNull(code)).code();
    }

    private void assertAllocated(int pmp, int smp, int recording, boolean customization) {
        Entitlements now = licensing.entitlements();
        assertEquals(pmp + " " + smp + " " + recording + " " + customization,
                now.pmpPlus() + " " + now.smpPlus() + " " + now.recordingOrStreaming() + " " + now.customization());
    }

    private static void refused(ProblemCode code, Executable work) {
        assertEquals(code, assertThrows(ProblemException.class, work).problem().code());
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}

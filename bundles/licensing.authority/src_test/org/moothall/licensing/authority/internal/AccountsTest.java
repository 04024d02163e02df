package org.moothall.licensing.authority.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.licensing.authority.internal.AuthorityFixture.TEN;
import static org.moothall.licensing.authority.internal.AuthorityFixture.refused;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.CoreProblem;
import org.moothall.licensing.authority.Account;
import org.moothall.licensing.authority.AccountId;
import org.moothall.licensing.authority.Accounts;
import org.moothall.licensing.authority.AuthorityProblem;
import org.moothall.licensing.authority.Licences;
import org.moothall.licensing.authority.Reservation;
import org.moothall.licensing.authority.VirtualAccount;
import org.moothall.testkit.store.Engine;
import org.moothall.testkit.store.OnBothEngines;

/** Accounts, virtual accounts and tokens. */
@OnBothEngines
class AccountsTest {

    private final AuthorityFixture authority;

    AccountsTest(Engine engine, @TempDir Path directory) {
        authority = new AuthorityFixture(engine, directory);
    }

    @AfterEach
    void close() {
        authority.close();
    }

    @Test
    void whatWasOpenedIsListedByName() {
        Account first = authority.accounts.add("  Abbey  ", false);
        assertEquals("Abbey", first.name());
        assertEquals(List.of(first, authority.account), authority.accounts.all());
        VirtualAccount cloister = authority.accounts.add(first.id(), "Cloister", Licences.NONE);
        assertEquals(List.of(cloister), authority.accounts.virtualAccounts(first.id()));
    }

    @Test
    void aNameIsTakenOnlyOnceAndMustBeReadable() {
        refused(CoreProblem.INVALID_INPUT, () -> authority.accounts.add("Harbour hospital", false));
        refused(CoreProblem.INVALID_INPUT, () -> authority.accounts.add(" ", false));
        refused(CoreProblem.INVALID_INPUT, () -> authority.accounts.add("a\nb", false));
        refused(CoreProblem.INVALID_INPUT, () -> authority.accounts.add("x".repeat(101), false));
        refused(CoreProblem.INVALID_INPUT, () -> authority.accounts.add(authority.account.id(), "North wing", TEN));
        refused(CoreProblem.NOT_FOUND, () -> authority.accounts.add(new AccountId("nobody"), "South wing", TEN));
    }

    @Test
    void whoChangesAnOldVersionIsRefused() {
        Account renamed = authority.accounts.update(authority.account.id(), "Harbour clinic", null, 1);
        assertEquals(new Account(renamed.id(), "Harbour clinic", true, 2), renamed);
        refused(CoreProblem.CHANGED_MEANWHILE, () -> authority.accounts.update(renamed.id(), null, false, 1));
        VirtualAccount changed = authority.accounts.update(authority.virtual.id(), null, Licences.NONE, 1);
        refused(CoreProblem.CHANGED_MEANWHILE, () -> authority.accounts.update(changed.id(), "South wing", null, 1));
    }

    @Test
    void fewerLicencesThanAreReservedCannotRemain() {
        ServerWithoutConnection server = new ServerWithoutConnection(authority.instances, authority.clock);
        authority.instances.reserve(authority.virtual.id(), server.requestCode(), Reservation.Kind.SPECIFIC, new Licences(0, 4, 0, 0));
        String detail = refused(AuthorityProblem.RESERVED, () -> authority.accounts.update(authority.virtual.id(), null, new Licences(0, 3, 0, 0), 1));
        assertTrue(detail.contains("4 SMP Plus"), detail);
        assertEquals(new Licences(0, 0, 0, 0), authority.accounts.update(authority.virtual.id(), null, new Licences(0, 4, 0, 0), 1).free());
    }

    @Test
    void onlyWhatIsEmptyIsRemoved() {
        ServerWithoutConnection server = new ServerWithoutConnection(authority.instances, authority.clock);
        authority.instances.reserve(authority.virtual.id(), server.requestCode(), Reservation.Kind.UNIVERSAL, Licences.NONE);
        refused(AuthorityProblem.NOT_EMPTY, () -> authority.accounts.remove(authority.account.id()));
        refused(AuthorityProblem.NOT_EMPTY, () -> authority.accounts.remove(authority.virtual.id()));
        authority.instances.giveBack(server.id, server.returnCode(1));
        authority.accounts.issue(authority.virtual.id(), true, Duration.ofDays(1), 1, "ada");
        authority.accounts.remove(authority.virtual.id());
        authority.accounts.remove(authority.account.id());
        assertTrue(authority.accounts.all().isEmpty());
    }

    @Test
    void tokensAreGoodUntilTheyExpireOrAreRevoked() {
        Accounts.Issued brief = authority.accounts.issue(authority.virtual.id(), true, Duration.ofHours(1), 1, "ada");
        Accounts.Issued lasting = authority.accounts.issue(authority.virtual.id(), false, Duration.ofDays(2), 5, "ada");
        assertEquals(2, authority.accounts.tokens(authority.virtual.id()).size());
        authority.clock.advance(Duration.ofHours(1));
        assertEquals(List.of(lasting.token()), authority.accounts.tokens(authority.virtual.id()));
        authority.accounts.revoke(lasting.token().id());
        assertTrue(authority.accounts.tokens(authority.virtual.id()).isEmpty());
        refused(CoreProblem.NOT_FOUND, () -> authority.accounts.revoke(lasting.token().id()));
        assertFalse(brief.toString().contains(brief.text().reveal()));
    }

    @Test
    void aTokenForEverOrForNobodyIsRefused() {
        refused(CoreProblem.INVALID_INPUT, () -> authority.accounts.issue(authority.virtual.id(), true, Duration.ZERO, 1, "ada"));
        refused(CoreProblem.INVALID_INPUT, () -> authority.accounts.issue(authority.virtual.id(), true, Duration.ofDays(366), 1, "ada"));
        refused(CoreProblem.INVALID_INPUT, () -> authority.accounts.issue(authority.virtual.id(), true, Duration.ofDays(1), 0, "ada"));
        refused(CoreProblem.INVALID_INPUT, () -> authority.accounts.issue(authority.virtual.id(), true, Duration.ofDays(1), 1_001, "ada"));
    }
}

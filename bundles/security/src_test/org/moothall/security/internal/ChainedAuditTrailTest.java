package org.moothall.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.security.AuditTrail.Outcome;
import org.moothall.security.Caller;
import org.moothall.store.Sql;
import org.moothall.testkit.ManualClock;

class ChainedAuditTrailTest {

    private final SecurityFixture security;

    ChainedAuditTrailTest(@TempDir Path directory) {
        security = new SecurityFixture(directory, new ManualClock());
    }

    @BeforeEach
    void write() {
        for (int i = 1; i <= 5; i++) {
            security.audit.record(Caller.system(), "test.change", i == 3 ? null : "s" + i, Outcome.DONE, Map.of("from", i, "to", i + 1));
        }
    }

    @AfterEach
    void end() {
        security.close();
    }

    @Test
    void anUntouchedTrailIsWholeFromAnyPointOn() {
        assertEquals(Optional.empty(), security.audit.firstBroken(1_000));
        assertEquals(Optional.empty(), security.audit.firstBroken(2));
    }

    @Test
    void aChangedFieldShows() {
        tamper("update security_audit set details = '{\"from\":2,\"to\":9}' where id = 2");
        assertEquals(Optional.of(2L), security.audit.firstBroken(1_000));
    }

    @Test
    void aWordMovedFromOneFieldToTheNextShows() {
        tamper("update security_audit set user_id = 'systemsys', user_name = 'tem' where id = 4");
        assertEquals(Optional.of(4L), security.audit.firstBroken(1_000));
    }

    @Test
    void anEmptySubjectIsNotTheSameAsNone() {
        tamper("update security_audit set subject = '' where id = 3");
        assertEquals(Optional.of(3L), security.audit.firstBroken(1_000));
    }

    @Test
    void aRemovedRecordShows() {
        tamper("delete from security_audit where id = 3");
        assertEquals(Optional.of(3L), security.audit.firstBroken(1_000));
    }

    @Test
    void aCutOffEndShows() {
        tamper("delete from security_audit where id >= 4");
        assertEquals(Optional.of(4L), security.audit.firstBroken(1_000));
    }

    @Test
    void swappedRecordsShow() {
        tamper("update security_audit set id = 100 where id = 1");
        tamper("update security_audit set id = 1 where id = 2");
        tamper("update security_audit set id = 2 where id = 100");
        assertEquals(Optional.of(1L), security.audit.firstBroken(1_000));
    }

    private void tamper(String sql) {
        assertTrue(security.store.writeAndWait(connection -> Sql.update(connection, sql)) > 0);
    }
}

package org.moothall.licensing.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.licensing.Entitlements;
import org.moothall.licensing.Feature;
import org.moothall.licensing.LicensingProblem;
import org.moothall.licensing.internal.rules.TrialSpan;
import org.moothall.store.Database;
import org.moothall.store.Sql;

/** What was allocated, with all that was before, and which trials were started. Thread-safe. */
public final class EntitlementStore {

    private static final String SELECT = "select pmp, smp, recording, customization, since, entered_by, version from licensing_entitlement ";

    private final Database database;

    /** Brings the tables up to date. */
    public EntitlementStore(Database database) {
        this.database = database;
        Tables.migrate(database);
    }

    /** What was allocated then; {@link Entitlements#none} before anything was. */
    public Entitlements at(Instant at) {
        return database.read(connection -> Sql.first(connection, EntitlementStore::row, SELECT + "where since <= ? order by version desc limit 1",
                at.toEpochMilli())).orElseGet(Entitlements::none);
    }

    /** What was allocated between these instants and what was before them, oldest first. */
    public List<Entitlements> between(Instant from, Instant to) {
        return database.read(connection -> Sql.list(connection, EntitlementStore::row, SELECT
                + "where since < ? and version >= coalesce((select max(version) from licensing_entitlement where since <= ?), 0) order by version",
                to.toEpochMilli(), from.toEpochMilli()));
    }

    /** Allocates from this instant on, when this version is current. */
    public Entitlements allocate(Entitlements wanted, long version, Instant now, String by) {
        return database.writeAndWait(connection -> {
            long current = Sql.number(connection, "select coalesce(max(version), 0) from licensing_entitlement");
            if (current != version) {
                throw Problem.of(CoreProblem.CHANGED_MEANWHILE, "Somebody else allocated since you read it. Read it again and repeat the change.").exception();
            }
            Sql.update(connection, """
                    insert into licensing_entitlement (version, since, pmp, smp, recording, customization, entered_by) values (?, ?, ?, ?, ?, ?, ?)""",
                    version + 1, now.toEpochMilli(), wanted.pmpPlus(), wanted.smpPlus(), wanted.recordingOrStreaming(), wanted.customization(), by);
            return new Entitlements(wanted.pmpPlus(), wanted.smpPlus(), wanted.recordingOrStreaming(), wanted.customization(),
                    Instant.ofEpochMilli(now.toEpochMilli()), by, version + 1);
        });
    }

    /** All trials that were started. */
    public List<TrialSpan> trials() {
        return database.read(connection -> Sql.list(connection, row -> new TrialSpan(Feature.valueOf(row.getString(1)), Instant.ofEpochMilli(row.getLong(2))),
                "select feature, began from licensing_trial order by began, feature"));
    }

    /** Starts a trial; {@link LicensingProblem#TRIAL_NOT_OFFERED} when it was started before, also by another instance at this moment. */
    public void start(TrialSpan trial, String by) {
        database.writeAndWait(connection -> {
            if (Sql.update(connection, "insert into licensing_trial (feature, began, started_by) values (?, ?, ?) on conflict (feature) do nothing",
                    trial.feature().name(), trial.began().toEpochMilli(), by) == 0) {
                throw Problem.of(LicensingProblem.TRIAL_NOT_OFFERED, "It was used: a deployment has one trial of each kind.").exception();
            }
            return null;
        });
    }

    private static Entitlements row(ResultSet row) throws SQLException {
        return new Entitlements(row.getInt(1), row.getInt(2), row.getInt(3), row.getBoolean(4), Instant.ofEpochMilli(row.getLong(5)), row.getString(6),
                row.getLong(7));
    }
}

package org.moothall.licensing.authority.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.licensing.authority.Licences;
import org.moothall.licensing.authority.ProductInstance;
import org.moothall.licensing.authority.Reservation;
import org.moothall.licensing.authority.VirtualAccountId;
import org.moothall.licensing.authority.codes.PublicKeyBytes;
import org.moothall.store.Sql;

/** Instances and what is reserved for them on disk; every method works on the connection of the caller's transaction. */
public final class InstanceStore {

    private static final String SELECT = """
            select id, virtual_account, name, public_key, export_controlled, registered_until, pmp_plus, smp_plus, recording_or_streaming, customization,
            call_bridges, last_seen, request, reservation, licences, held, sequence, confirmed from authority_instance\s""";

    private InstanceStore() {}

    /** A page by id; the cursor is the last one's. */
    public static Page<ProductInstance> page(Connection connection, @Nullable VirtualAccountId of, PageRequest page) throws SQLException {
        String account = of == null ? "%" : of.value();
        String after = page.cursor() == null ? "" : String.valueOf(page.cursor());
        List<ProductInstance> more = Sql.list(connection, row -> row(row).instance(),
                SELECT + "where virtual_account like ? and id > ? order by id limit " + (page.limit() + 1), account, after);
        List<ProductInstance> items = more.subList(0, Math.min(more.size(), page.limit()));
        String next = more.size() > items.size() ? items.getLast().id().toString() : null;
        return Page.of(items, Sql.count(connection, "from authority_instance where virtual_account like ?", account), next);
    }

    /** All of a virtual account. */
    public static List<ProductInstance> all(Connection connection, VirtualAccountId of) throws SQLException {
        return Sql.list(connection, row -> row(row).instance(), SELECT + "where virtual_account = ? order by id", of.value());
    }

    /** The instance of this id. */
    public static Optional<InstanceRow> find(Connection connection, UUID id) throws SQLException {
        return Sql.first(connection, InstanceStore::row, SELECT + "where id = ?", id.toString());
    }

    /** Keeps it instead of what was known of it. */
    public static void put(Connection connection, InstanceRow row) throws SQLException {
        ProductInstance instance = row.instance();
        Licences used = instance.inUse();
        Reservation reservation = instance.reservation();
        Instant until = instance.registeredUntil();
        remove(connection, instance.id());
        Sql.update(connection, """
                insert into authority_instance (id, virtual_account, name, public_key, export_controlled, registered_until, pmp_plus, smp_plus,
                recording_or_streaming, customization, call_bridges, last_seen, request, reservation, licences, held, sequence, confirmed)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", instance.id().toString(), instance.virtualAccount().value(),
                instance.name(), row.key().hex(), instance.exportControlled(), until == null ? null : until.toEpochMilli(), used.pmpPlus(), used.smpPlus(),
                used.recordingOrStreaming(), used.customization(), instance.callBridges(), instance.lastSeen().toEpochMilli(),
                row.request() == null ? null : String.valueOf(row.request()), reservation == null ? null : reservation.kind().name(),
                reservation == null ? null : text(reservation.licences()), reservation == null ? null : text(reservation.held()),
                reservation == null ? 0 : reservation.sequence(), reservation == null || reservation.confirmed());
    }

    /** Forgets it. */
    public static void remove(Connection connection, UUID id) throws SQLException {
        Sql.update(connection, "delete from authority_instance where id = ?", id.toString());
    }

    /** What is held of a virtual account's pool. */
    public static Licences reserved(Connection connection, VirtualAccountId of) throws SQLException {
        return Sql.list(connection, row -> licences(row.getString(1)), "select held from authority_instance where virtual_account = ? and held is not null",
                of.value()).stream().reduce(Licences.NONE, Licences::plus);
    }

    /** Whether a request code was answered already, by a reservation that has ended since. */
    public static boolean used(Connection connection, UUID request) throws SQLException {
        return Sql.number(connection, "select count(*) from authority_used_request where request = ?", request.toString()) > 0;
    }

    /** Remembers for good that a request code was answered. */
    public static void use(Connection connection, UUID request) throws SQLException {
        Sql.update(connection, "insert into authority_used_request (request) values (?) on conflict do nothing", request.toString());
    }

    private static InstanceRow row(ResultSet row) throws SQLException {
        long until = row.getLong(6);
        Instant registeredUntil = row.wasNull() ? null : Instant.ofEpochMilli(until);
        Licences used = new Licences(row.getInt(7), row.getInt(8), row.getInt(9), row.getInt(10));
        String request = row.getString(13);
        String kind = row.getString(14);
        Reservation reservation = kind == null ? null
                : new Reservation(Reservation.Kind.valueOf(kind), licences(row.getString(15)), licences(row.getString(16)), row.getInt(17), row.getBoolean(18));
        ProductInstance instance = new ProductInstance(UUID.fromString(row.getString(1)), row.getString(3), new VirtualAccountId(row.getString(2)),
                registeredUntil, row.getBoolean(5), used, row.getInt(11), Instant.ofEpochMilli(row.getLong(12)), reservation);
        return new InstanceRow(instance, new PublicKeyBytes(row.getString(4)), request == null ? null : UUID.fromString(request));
    }

    private static String text(Licences licences) {
        return licences.pmpPlus() + " " + licences.smpPlus() + " " + licences.recordingOrStreaming() + " " + licences.customization();
    }

    private static Licences licences(String text) {
        int[] counts = Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
        return new Licences(counts[0], counts[1], counts[2], counts[3]);
    }
}

package org.moothall.licensing.authority.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.ChangeEvents;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.licensing.authority.Account;
import org.moothall.licensing.authority.AuthorityProblem;
import org.moothall.licensing.authority.Instances;
import org.moothall.licensing.authority.Licences;
import org.moothall.licensing.authority.ProductInstance;
import org.moothall.licensing.authority.Reservation;
import org.moothall.licensing.authority.Reservation.Kind;
import org.moothall.licensing.authority.VirtualAccount;
import org.moothall.licensing.authority.VirtualAccountId;
import org.moothall.licensing.authority.codes.Code;
import org.moothall.licensing.authority.codes.PublicKeyBytes;
import org.moothall.licensing.authority.codes.SignedCode;
import org.moothall.licensing.authority.internal.AuthorityKey;
import org.moothall.licensing.authority.internal.Changes;
import org.moothall.store.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Instances and their reservations from the store. Every code is judged and answered in one transaction. */
@Component(service = Instances.class)
public final class StoredInstances implements Instances {

    /** People carry codes by hand; longer than this nobody does. */
    private static final Duration LONGEST_WAY = Duration.ofDays(90);

    private final Database database;
    private final AuthorityKey key;
    private final Changes changes;
    private final Clock clock;

    /** Brings the tables up to date. */
    @Activate
    public StoredInstances(@Reference Database database, @Reference AuthorityKey key, @Reference ChangeEvents events, @Reference Clock clock) {
        Tables.migrate(database);
        this.database = database;
        this.key = key;
        this.changes = new Changes(events, clock);
        this.clock = clock;
    }

    @Override
    public PublicKeyBytes key() {
        return key.verifying();
    }

    @Override
    public Page<ProductInstance> list(@Nullable VirtualAccountId virtualAccount, PageRequest page) {
        return database.read(connection -> InstanceStore.page(connection, virtualAccount, page));
    }

    @Override
    public Optional<ProductInstance> find(UUID id) {
        return database.read(connection -> InstanceStore.find(connection, id).map(InstanceRow::instance));
    }

    @Override
    public String reserve(VirtualAccountId virtualAccount, String requestCode, Kind kind, Licences licences) {
        Code.Request request = requested(requestCode);
        Licences wanted = kind == Kind.UNIVERSAL ? Licences.NONE : licences;
        InstanceRow row = database.writeAndWait(connection -> {
            VirtualAccount account = AccountStore.locked(connection, virtualAccount);
            mayReserve(connection, account);
            Optional<InstanceRow> known = InstanceStore.find(connection, request.instance());
            if (known.isPresent() && answered(known.get(), request, account, kind, wanted)) {
                return known.get();
            }
            if (InstanceStore.used(connection, request.request())) {
                throw used("This request code was answered before, and that reservation has ended. Make a new request on the server.");
            }
            enough(account.free(), wanted);
            return reserved(connection, account, request, new Reservation(kind, wanted, wanted, 1, true));
        });
        changes.tell(request.instance().toString());
        return granted(row);
    }

    @Override
    public String change(UUID id, Licences licences) {
        InstanceRow changed = database.writeAndWait(connection -> {
            InstanceRow row = locked(connection, id);
            Reservation old = reservation(row);
            if (old.kind() == Kind.UNIVERSAL) {
                throw Problem.about(id.toString(), AuthorityProblem.UNIVERSAL,
                        "It holds everything already. To reserve numbers instead, have it returned and register the server anew.").exception();
            }
            if (!old.confirmed()) {
                throw Problem.about(id.toString(), AuthorityProblem.CONFIRMATION_AWAITED,
                        "Enter the confirmation code that the server showed when change " + old.sequence() + " was installed. Then change it again.")
                        .exception();
            }
            enough(account(connection, row).free().plus(old.held()), licences);
            Licences held = licences.plus(old.held().without(licences));
            return put(connection, row, new Reservation(Kind.SPECIFIC, licences, held, old.sequence() + 1, false));
        });
        changes.tell(id.toString());
        return granted(changed);
    }

    @Override
    public String authorization(UUID id) {
        return granted(database.read(connection -> known(connection, id)));
    }

    @Override
    public ProductInstance confirm(UUID id, String confirmationCode) {
        SignedCode signed = SignedCode.read(confirmationCode);
        InstanceRow confirmed = database.writeAndWait(connection -> {
            InstanceRow row = locked(connection, id);
            Reservation old = reservation(row);
            if (!(own(signed, row) instanceof Code.Confirmation code)) {
                throw wrong("Enter the confirmation code that the server shows after a change was installed.");
            }
            newest(code.request(), code.sequence(), row);
            return put(connection, row, new Reservation(old.kind(), old.licences(), old.licences(), old.sequence(), true));
        });
        changes.tell(id.toString());
        return confirmed.instance();
    }

    @Override
    public void giveBack(UUID id, String returnCode) {
        SignedCode signed = SignedCode.read(returnCode);
        database.writeAndWait(connection -> {
            InstanceRow row = locked(connection, id);
            reservation(row);
            if (!(own(signed, row) instanceof Code.Return code)) {
                throw wrong("Enter the return code that the server shows when its licences are given back.");
            }
            if (!code.request().equals(row.request())) {
                throw used("It returns an earlier reservation, which has ended already.");
            }
            InstanceStore.remove(connection, id);
            return row;
        });
        changes.tell(id.toString());
    }

    @Override
    public void remove(UUID id) {
        database.writeAndWait(connection -> {
            InstanceRow row = locked(connection, id);
            if (row.instance().reservation() != null) {
                throw Problem.about(id.toString(), AuthorityProblem.RESERVED,
                        "It could go on using what is reserved for it. Have the reservation returned on the server and enter the return code.").exception();
            }
            InstanceStore.remove(connection, id);
            return row;
        });
        changes.tell(id.toString());
    }

    private Code.Request requested(String text) {
        SignedCode signed = SignedCode.read(text);
        if (!(signed.code() instanceof Code.Request request)) {
            throw wrong("Enter the request code that the server shows when a reservation is asked for.");
        }
        signed.verify(request.key().key());
        if (request.at().isBefore(clock.instant().minus(LONGEST_WAY))) {
            throw Problem.of(AuthorityProblem.CODE_EXPIRED, "It was made more than " + LONGEST_WAY.toDays() + " days ago. Make a new one on the server.")
                    .exception();
        }
        return request;
    }

    private static void mayReserve(Connection connection, VirtualAccount virtual) throws SQLException {
        Account account = AccountStore.account(connection, virtual.account()).orElseThrow();
        if (!account.reservation()) {
            throw Problem.about(account.id().value(), AuthorityProblem.NO_RESERVATION, "Allow reservations in the account " + account.name() + " first.")
                    .exception();
        }
    }

    /** Whether this very request has its answer already; refuses what would be a second reservation. */
    private static boolean answered(InstanceRow known, Code.Request request, VirtualAccount account, Kind kind, Licences wanted) {
        Reservation old = known.instance().reservation();
        if (old == null) {
            throw Problem.about(request.instance().toString(), AuthorityProblem.REGISTERED_ALREADY,
                    "The server is registered with a token. Deregister it there, or remove it here, before it reserves.").exception();
        }
        boolean same = request.request().equals(known.request()) && known.instance().virtualAccount().equals(account.id()) && old.sequence() == 1
                && old.kind() == kind && old.licences().equals(wanted);
        if (!same) {
            throw Problem.about(request.instance().toString(), AuthorityProblem.RESERVED_ALREADY,
                    "Reserved are " + (old.kind() == Kind.UNIVERSAL ? "all licences" : old.licences())
                            + ". Change that reservation, or have it returned first.")
                    .exception();
        }
        return true;
    }

    private InstanceRow reserved(Connection connection, VirtualAccount account, Code.Request request, Reservation reservation) throws SQLException {
        ProductInstance instance = new ProductInstance(request.instance(), request.name(), account.id(), null, true, Licences.NONE, 0, now(), reservation);
        InstanceRow row = new InstanceRow(instance, request.key(), request.request());
        InstanceStore.use(connection, request.request());
        InstanceStore.put(connection, row);
        return row;
    }

    private InstanceRow put(Connection connection, InstanceRow old, Reservation reservation) throws SQLException {
        ProductInstance instance = old.instance();
        InstanceRow row = old.with(new ProductInstance(instance.id(), instance.name(), instance.virtualAccount(), instance.registeredUntil(),
                instance.exportControlled(), instance.inUse(), instance.callBridges(), now(), reservation));
        InstanceStore.put(connection, row);
        return row;
    }

    private String granted(InstanceRow row) {
        Reservation reservation = reservation(row);
        ProductInstance instance = row.instance();
        return key.sign(new Code.Authorization(instance.id(), now(), Objects.requireNonNull(row.request()), reservation.sequence(),
                reservation.kind(), reservation.licences(), instance.exportControlled()));
    }

    /** What a code says when this instance made it. */
    private static Code own(SignedCode signed, InstanceRow row) {
        if (!signed.code().instance().equals(row.instance().id())) {
            throw Problem.about(row.instance().id().toString(), AuthorityProblem.OTHER_INSTANCE,
                    "It was made by the instance " + signed.code().instance() + ", not by " + row.instance().name() + ". Choose that one.").exception();
        }
        return signed.verify(row.key().key());
    }

    private static void newest(UUID request, int sequence, InstanceRow row) {
        Reservation reservation = reservation(row);
        if (!request.equals(row.request()) || sequence != reservation.sequence() || reservation.confirmed()) {
            throw used("It confirms an earlier change. Enter the one for change " + reservation.sequence() + ".");
        }
    }

    private static void enough(Licences free, Licences wanted) {
        if (!free.cover(wanted)) {
            throw Problem
                    .of(AuthorityProblem.NOT_ENOUGH, "Missing are " + wanted.without(free) + "; free are " + free + ". Add licences to the virtual account, "
                            + "or reserve fewer.")
                    .exception();
        }
    }

    private static InstanceRow locked(Connection connection, UUID id) throws SQLException {
        AccountStore.locked(connection, known(connection, id).instance().virtualAccount());
        return known(connection, id);
    }

    private static InstanceRow known(Connection connection, UUID id) throws SQLException {
        return InstanceStore.find(connection, id).orElseThrow(() -> Problem.notFound("instance", id.toString()).exception());
    }

    private static VirtualAccount account(Connection connection, InstanceRow row) throws SQLException {
        return AccountStore.virtualAccount(connection, row.instance().virtualAccount()).orElseThrow();
    }

    private static Reservation reservation(InstanceRow row) {
        Reservation reservation = row.instance().reservation();
        if (reservation == null) {
            throw Problem.about(row.instance().id().toString(), AuthorityProblem.NOT_REGISTERED, "Nothing is reserved for " + row.instance().name() + ".")
                    .exception();
        }
        return reservation;
    }

    private static ProblemException wrong(String detail) {
        return Problem.of(AuthorityProblem.WRONG_CODE, detail).exception();
    }

    private static ProblemException used(String detail) {
        return Problem.of(AuthorityProblem.CODE_USED, detail).exception();
    }

    private Instant now() {
        return clock.instant();
    }
}

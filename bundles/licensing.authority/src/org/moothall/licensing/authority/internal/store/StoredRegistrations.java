package org.moothall.licensing.authority.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.moothall.core.ChangeEvents;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.core.Secret;
import org.moothall.licensing.authority.AuthorityProblem;
import org.moothall.licensing.authority.Licences;
import org.moothall.licensing.authority.ProductInstance;
import org.moothall.licensing.authority.Registrations;
import org.moothall.licensing.authority.Token;
import org.moothall.licensing.authority.VirtualAccount;
import org.moothall.licensing.authority.codes.PublicKeyBytes;
import org.moothall.licensing.authority.messages.Standing;
import org.moothall.licensing.authority.internal.Changes;
import org.moothall.store.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Registrations of servers with a connection, from the store. */
@Component(service = Registrations.class)
public final class StoredRegistrations implements Registrations {

    private final Database database;
    private final Changes changes;
    private final Clock clock;

    /** Brings the tables up to date. */
    @Activate
    public StoredRegistrations(@Reference Database database, @Reference ChangeEvents events, @Reference Clock clock) {
        Tables.migrate(database);
        this.database = database;
        this.changes = new Changes(events, clock);
        this.clock = clock;
    }

    @Override
    public Standing register(Secret text, UUID id, String name, PublicKeyBytes key, boolean again, Instant at) {
        inTime(id, at);
        Standing standing = database.writeAndWait(connection -> {
            InstanceStore.find(connection, id).ifPresent(known -> mayRegister(known.instance(), again));
            Token token = TokenStore.use(connection, StoredAccounts.digest(text), now()).orElseThrow(StoredRegistrations::refused);
            AccountStore.locked(connection, token.virtualAccount());
            ProductInstance instance = new ProductInstance(id, name, token.virtualAccount(), now().plus(VALIDITY), token.exportControlled(), Licences.NONE, 0,
                    at,
                    null);
            InstanceStore.put(connection, new InstanceRow(instance, key, null));
            return standing(connection, instance, at);
        });
        changes.tell(id.toString());
        return standing;
    }

    @Override
    public PublicKeyBytes key(UUID instance) {
        return database.read(connection -> registered(connection, instance)).key();
    }

    @Override
    public Standing renew(UUID instance, Instant at) {
        return said(instance, at, old -> new ProductInstance(old.id(), old.name(), old.virtualAccount(), now().plus(VALIDITY), old.exportControlled(),
                old.inUse(), old.callBridges(), at, null));
    }

    @Override
    public Standing authorize(UUID instance, Licences inUse, int callBridges, Instant at) {
        if (callBridges < 0 || callBridges > Licences.MOST) {
            throw Problem.invalid("callBridges", "must be from 0 to " + Licences.MOST + ".").exception();
        }
        return said(instance, at, old -> new ProductInstance(old.id(), old.name(), old.virtualAccount(), old.registeredUntil(), old.exportControlled(), inUse,
                callBridges, at, null));
    }

    @Override
    public Standing deregister(UUID instance, Instant at) {
        Standing standing = database.writeAndWait(connection -> {
            InstanceRow row = registered(connection, instance);
            fresh(row.instance(), at);
            InstanceStore.remove(connection, instance);
            return standing(connection, row.instance(), at);
        });
        changes.tell(instance.toString());
        return standing;
    }

    private Standing said(UUID id, Instant at, UnaryOperator<ProductInstance> change) {
        Standing standing = database.writeAndWait(connection -> {
            AccountStore.locked(connection, registered(connection, id).instance().virtualAccount());
            InstanceRow row = registered(connection, id);
            fresh(row.instance(), at);
            ProductInstance changed = change.apply(row.instance());
            InstanceStore.put(connection, row.with(changed));
            return standing(connection, changed, at);
        });
        changes.tell(id.toString());
        return standing;
    }

    private static void mayRegister(ProductInstance known, boolean again) {
        if (known.reservation() != null) {
            throw Problem.about(known.id().toString(), AuthorityProblem.RESERVED_ALREADY,
                    "Licences are reserved for this server. Return the reservation before it registers.").exception();
        }
        if (!again) {
            throw Problem.about(known.id().toString(), AuthorityProblem.REGISTERED_ALREADY,
                    "Deregister it first, or register it with “again” when it has lost its registration.").exception();
        }
    }

    private InstanceRow registered(Connection connection, UUID id) throws SQLException {
        Optional<InstanceRow> found = InstanceStore.find(connection, id).filter(row -> row.instance().registeredUntil() != null);
        InstanceRow row = found.orElseThrow(() -> unknown(id, "Register it with a token."));
        if (!now().isBefore(Objects.requireNonNull(row.instance().registeredUntil()))) {
            throw unknown(id, "Its registration was not renewed and has ended. Register it again with a token.");
        }
        return row;
    }

    /** Whoever recorded what a server said cannot say it again. */
    private void fresh(ProductInstance known, Instant at) {
        inTime(known.id(), at);
        if (!at.isAfter(known.lastSeen())) {
            throw Problem.about(known.id().toString(), AuthorityProblem.CODE_USED,
                    "It is not newer than what this server said before. Check the server's clock.").exception();
        }
    }

    private void inTime(UUID id, Instant at) {
        Duration off = Duration.between(now(), at);
        if (off.abs().compareTo(FRESH) > 0) {
            throw Problem.about(id.toString(), AuthorityProblem.CODE_EXPIRED, "The server's clock and the authority's are " + off.abs().toSeconds()
                    + " s apart, or the message was held up. Set both clocks and say it again.").exception();
        }
    }

    private static Standing standing(Connection connection, ProductInstance instance, Instant at) throws SQLException {
        VirtualAccount account = AccountStore.virtualAccount(connection, instance.virtualAccount()).orElseThrow();
        Licences available = account.free();
        for (ProductInstance other : InstanceStore.all(connection, account.id())) {
            if (!other.id().equals(instance.id())) {
                available = available.without(other.inUse());
            }
        }
        return new Standing(instance.id(), at, account.name(), Objects.requireNonNull(instance.registeredUntil()), instance.exportControlled(), available,
                instance.inUse().without(available));
    }

    private static ProblemException refused() {
        return Problem
                .of(AuthorityProblem.TOKEN_REFUSED, "It is unknown, used up, revoked or expired. Issue a new one in the virtual account and paste it whole.")
                .exception();
    }

    private static ProblemException unknown(UUID id, String remedy) {
        return Problem.about(id.toString(), AuthorityProblem.NOT_REGISTERED, "This server is not registered here. " + remedy).exception();
    }

    private Instant now() {
        return clock.instant();
    }
}

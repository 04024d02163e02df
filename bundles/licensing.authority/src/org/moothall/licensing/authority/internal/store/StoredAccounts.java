package org.moothall.licensing.authority.internal.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.ChangeEvents;
import org.moothall.core.CoreProblem;
import org.moothall.core.Id;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.core.Secret;
import org.moothall.licensing.authority.Account;
import org.moothall.licensing.authority.AccountId;
import org.moothall.licensing.authority.Accounts;
import org.moothall.licensing.authority.AuthorityProblem;
import org.moothall.licensing.authority.Licences;
import org.moothall.licensing.authority.Token;
import org.moothall.licensing.authority.TokenId;
import org.moothall.licensing.authority.VirtualAccount;
import org.moothall.licensing.authority.VirtualAccountId;
import org.moothall.licensing.authority.internal.Changes;
import org.moothall.store.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts, virtual accounts and tokens from the store. */
@Component(service = Accounts.class)
public final class StoredAccounts implements Accounts {

    private static final int LONGEST_NAME = 100;
    private static final int TOKEN_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final Changes changes;
    private final Clock clock;

    /** Brings the tables up to date. */
    @Activate
    public StoredAccounts(@Reference Database database, @Reference ChangeEvents events, @Reference Clock clock) {
        Tables.migrate(database);
        this.database = database;
        this.changes = new Changes(events, clock);
        this.clock = clock;
    }

    @Override
    public List<Account> all() {
        return database.read(AccountStore::accounts);
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return database.read(connection -> AccountStore.account(connection, id));
    }

    @Override
    public Account add(String name, boolean reservation) {
        Account account = new Account(new AccountId(UUID.randomUUID().toString()), name(name), reservation, 1);
        database.writeAndWait(connection -> {
            if (AccountStore.accountNamed(connection, account.name()).isPresent()) {
                throw taken("account", account.name());
            }
            AccountStore.add(connection, account);
            return account;
        });
        changes.tell(account.id().value());
        return account;
    }

    @Override
    public Account update(AccountId id, @Nullable String name, @Nullable Boolean reservation, long version) {
        Account changed = database.writeAndWait(connection -> {
            Account old = AccountStore.known(connection, id);
            Account wanted = new Account(id, name == null ? old.name() : name(name), reservation == null ? old.reservation() : reservation, version);
            if (!wanted.name().equals(old.name()) && AccountStore.accountNamed(connection, wanted.name()).isPresent()) {
                throw taken("account", wanted.name());
            }
            current(AccountStore.update(connection, wanted, version), id);
            return AccountStore.account(connection, id).orElseThrow();
        });
        changes.tell(id.value());
        return changed;
    }

    @Override
    public void remove(AccountId id) {
        database.writeAndWait(connection -> {
            Account account = AccountStore.known(connection, id);
            if (!AccountStore.virtualAccounts(connection, id).isEmpty()) {
                throw Problem.about(id.value(), AuthorityProblem.NOT_EMPTY, "Remove the virtual accounts of " + account.name() + " first.").exception();
            }
            AccountStore.remove(connection, id);
            return account;
        });
        changes.tell(id.value());
    }

    @Override
    public List<VirtualAccount> virtualAccounts(AccountId account) {
        return database.read(connection -> {
            AccountStore.known(connection, account);
            return AccountStore.virtualAccounts(connection, account);
        });
    }

    @Override
    public Optional<VirtualAccount> find(VirtualAccountId id) {
        return database.read(connection -> AccountStore.virtualAccount(connection, id));
    }

    @Override
    public VirtualAccount add(AccountId account, String name, Licences bought) {
        VirtualAccount added = new VirtualAccount(new VirtualAccountId(UUID.randomUUID().toString()), account, name(name), bought, Licences.NONE, 1);
        database.writeAndWait(connection -> {
            AccountStore.known(connection, account);
            free(AccountStore.virtualAccounts(connection, account), added);
            AccountStore.add(connection, added);
            return added;
        });
        changes.tell(added.id().value());
        return added;
    }

    @Override
    public VirtualAccount update(VirtualAccountId id, @Nullable String name, @Nullable Licences bought, long version) {
        VirtualAccount changed = database.writeAndWait(connection -> {
            VirtualAccount old = AccountStore.locked(connection, id);
            VirtualAccount wanted = new VirtualAccount(id, old.account(), name == null ? old.name() : name(name), bought == null ? old.bought() : bought,
                    old.reserved(), version);
            if (!wanted.bought().cover(wanted.reserved())) {
                throw Problem.about(id.value(), AuthorityProblem.RESERVED,
                        "Reserved are " + wanted.reserved() + ". Have a reservation lowered or returned first.").exception();
            }
            free(AccountStore.virtualAccounts(connection, old.account()), wanted);
            current(AccountStore.update(connection, wanted, version), id);
            return AccountStore.virtualAccount(connection, id).orElseThrow();
        });
        changes.tell(id.value());
        return changed;
    }

    @Override
    public void remove(VirtualAccountId id) {
        database.writeAndWait(connection -> {
            VirtualAccount old = AccountStore.locked(connection, id);
            int instances = InstanceStore.all(connection, id).size();
            if (instances > 0) {
                throw Problem.about(id.value(), AuthorityProblem.NOT_EMPTY, instances + " instances get their licences from " + old.name()
                        + ". Deregister them or have their reservations returned first.").exception();
            }
            AccountStore.remove(connection, id);
            return old;
        });
        changes.tell(id.value());
    }

    @Override
    public List<Token> tokens(VirtualAccountId virtualAccount) {
        return database.read(connection -> {
            AccountStore.known(connection, virtualAccount);
            return TokenStore.good(connection, virtualAccount, clock.instant());
        });
    }

    @Override
    public Issued issue(VirtualAccountId virtualAccount, boolean exportControlled, Duration validity, int uses, String by) {
        if (validity.isNegative() || validity.isZero() || validity.compareTo(LONGEST_TOKEN) > 0) {
            throw Problem.invalid("validity", "must be more than nothing and at most " + LONGEST_TOKEN.toDays() + " days.").exception();
        }
        if (uses < 1 || uses > MOST_USES) {
            throw Problem.invalid("uses", "must be from 1 to " + MOST_USES + ".").exception();
        }
        Secret text = madeUp();
        Instant now = clock.instant();
        Token token = new Token(new TokenId(UUID.randomUUID().toString()), virtualAccount, exportControlled, uses, now, now.plus(validity), by);
        database.writeAndWait(connection -> {
            AccountStore.locked(connection, virtualAccount);
            TokenStore.add(connection, token, digest(text));
            return token;
        });
        changes.tell(token.id().value());
        return new Issued(token, text);
    }

    @Override
    public void revoke(TokenId id) {
        if (!database.writeAndWait(connection -> TokenStore.revoke(connection, id))) {
            throw unknown("token", id);
        }
        changes.tell(id.value());
    }

    /** By what a token is kept: who reads the store cannot register with it. */
    static String digest(Secret token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.reveal().strip().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Secret madeUp() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static String name(String name) {
        String plain = name.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_NAME || plain.chars().anyMatch(Character::isISOControl)) {
            throw Problem.invalid("name", "must be 1 to " + LONGEST_NAME + " printable characters.").exception();
        }
        return plain;
    }

    private static void free(List<VirtualAccount> others, VirtualAccount wanted) {
        if (others.stream().anyMatch(other -> other.name().equals(wanted.name()) && !other.id().equals(wanted.id()))) {
            throw taken("virtual account", wanted.name());
        }
    }

    private static void current(boolean updated, Id id) {
        if (!updated) {
            throw Problem.about(id.value(), CoreProblem.CHANGED_MEANWHILE, "It was changed since you read it. Read it again and repeat the change.")
                    .exception();
        }
    }

    private static ProblemException taken(String kind, String name) {
        return Problem.invalid("name", "is taken: there is a " + kind + " called " + name + " already.").exception();
    }

    private static ProblemException unknown(String kind, Id id) {
        return Problem.notFound(kind, id.value()).exception();
    }
}

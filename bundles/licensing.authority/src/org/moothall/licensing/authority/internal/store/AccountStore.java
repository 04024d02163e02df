package org.moothall.licensing.authority.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.moothall.core.Problem;
import org.moothall.licensing.authority.Account;
import org.moothall.licensing.authority.AccountId;
import org.moothall.licensing.authority.Licences;
import org.moothall.licensing.authority.VirtualAccount;
import org.moothall.licensing.authority.VirtualAccountId;
import org.moothall.store.Sql;

/** Accounts and virtual accounts on disk; every method works on the connection of the caller's transaction. */
public final class AccountStore {

    private static final String ACCOUNT = "select id, name, reservation, version from authority_account ";
    private static final String VIRTUAL = "select id, account, name, pmp_plus, smp_plus, recording_or_streaming, customization, version "
            + "from authority_virtual_account ";

    private AccountStore() {}

    /** All by name. */
    public static List<Account> accounts(Connection connection) throws SQLException {
        return Sql.list(connection, AccountStore::account, ACCOUNT + "order by name");
    }

    /** The account of this id. */
    public static Optional<Account> account(Connection connection, AccountId id) throws SQLException {
        return Sql.first(connection, AccountStore::account, ACCOUNT + "where id = ?", id.value());
    }

    /** The account of this id, which there must be. */
    public static Account known(Connection connection, AccountId id) throws SQLException {
        return account(connection, id).orElseThrow(() -> Problem.notFound("account", id.value()).exception());
    }

    /** The account of this name. */
    public static Optional<Account> accountNamed(Connection connection, String name) throws SQLException {
        return Sql.first(connection, AccountStore::account, ACCOUNT + "where name = ?", name);
    }

    /** Adds it. */
    public static void add(Connection connection, Account account) throws SQLException {
        Sql.update(connection, "insert into authority_account (id, name, reservation, version) values (?, ?, ?, ?)", account.id().value(), account.name(),
                account.reservation(), account.version());
    }

    /** Changes it when this version is current; whether it was. */
    public static boolean update(Connection connection, Account account, long version) throws SQLException {
        return Sql.update(connection, "update authority_account set name = ?, reservation = ?, version = version + 1 where id = ? and version = ?",
                account.name(), account.reservation(), account.id().value(), version) > 0;
    }

    /** Forgets it. */
    public static void remove(Connection connection, AccountId id) throws SQLException {
        Sql.update(connection, "delete from authority_account where id = ?", id.value());
    }

    /** All of an account by name. */
    public static List<VirtualAccount> virtualAccounts(Connection connection, AccountId account) throws SQLException {
        List<VirtualAccount> all = Sql.list(connection, AccountStore::virtualAccount, VIRTUAL + "where account = ? order by name", account.value());
        return withReserved(connection, all);
    }

    /** The virtual account of this id. */
    public static Optional<VirtualAccount> virtualAccount(Connection connection, VirtualAccountId id) throws SQLException {
        Optional<VirtualAccount> found = Sql.first(connection, AccountStore::virtualAccount, VIRTUAL + "where id = ?", id.value());
        return withReserved(connection, found.stream().toList()).stream().findFirst();
    }

    /** The virtual account of this id, which there must be. */
    public static VirtualAccount known(Connection connection, VirtualAccountId id) throws SQLException {
        return virtualAccount(connection, id).orElseThrow(() -> Problem.notFound("virtual account", id.value()).exception());
    }

    /** The virtual account of this id; nobody else changes its pool or reservations before the transaction ends. */
    public static VirtualAccount locked(Connection connection, VirtualAccountId id) throws SQLException {
        Sql.update(connection, "update authority_virtual_account set turn = turn + 1 where id = ?", id.value());
        return known(connection, id);
    }

    /** Adds it. */
    public static void add(Connection connection, VirtualAccount added) throws SQLException {
        Licences bought = added.bought();
        Sql.update(connection, """
                insert into authority_virtual_account (id, account, name, pmp_plus, smp_plus, recording_or_streaming, customization, turn, version)
                values (?, ?, ?, ?, ?, ?, ?, 0, ?)""", added.id().value(), added.account().value(), added.name(), bought.pmpPlus(), bought.smpPlus(),
                bought.recordingOrStreaming(), bought.customization(), added.version());
    }

    /** Changes it when this version is current; whether it was. */
    public static boolean update(Connection connection, VirtualAccount changed, long version) throws SQLException {
        Licences bought = changed.bought();
        return Sql.update(connection, """
                update authority_virtual_account set name = ?, pmp_plus = ?, smp_plus = ?, recording_or_streaming = ?, customization = ?, version = version + 1
                where id = ? and version = ?""", changed.name(), bought.pmpPlus(), bought.smpPlus(), bought.recordingOrStreaming(), bought.customization(),
                changed.id().value(), version) > 0;
    }

    /** Forgets it and its tokens. */
    public static void remove(Connection connection, VirtualAccountId id) throws SQLException {
        Sql.update(connection, "delete from authority_virtual_account where id = ?", id.value());
    }

    private static List<VirtualAccount> withReserved(Connection connection, List<VirtualAccount> all) throws SQLException {
        List<VirtualAccount> whole = new ArrayList<>();
        for (VirtualAccount one : all) {
            Licences reserved = InstanceStore.reserved(connection, one.id());
            whole.add(new VirtualAccount(one.id(), one.account(), one.name(), one.bought(), reserved, one.version()));
        }
        return whole;
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(new AccountId(row.getString(1)), row.getString(2), row.getBoolean(3), row.getLong(4));
    }

    private static VirtualAccount virtualAccount(ResultSet row) throws SQLException {
        Licences bought = new Licences(row.getInt(4), row.getInt(5), row.getInt(6), row.getInt(7));
        return new VirtualAccount(new VirtualAccountId(row.getString(1)), new AccountId(row.getString(2)), row.getString(3), bought, Licences.NONE,
                row.getLong(8));
    }
}

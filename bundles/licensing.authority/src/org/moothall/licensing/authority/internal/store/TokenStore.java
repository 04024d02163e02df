package org.moothall.licensing.authority.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.moothall.licensing.authority.Token;
import org.moothall.licensing.authority.TokenId;
import org.moothall.licensing.authority.VirtualAccountId;
import org.moothall.store.Sql;

/** Tokens on disk, known by a digest of their text; every method works on the connection of the caller's transaction. */
public final class TokenStore {

    private static final String SELECT = "select id, virtual_account, export_controlled, uses_left, issued, expires, issuer from authority_token ";

    private TokenStore() {}

    /** Those that are still good, newest first. */
    public static List<Token> good(Connection connection, VirtualAccountId virtualAccount, Instant now) throws SQLException {
        return Sql.list(connection, TokenStore::token, SELECT + "where virtual_account = ? and uses_left > 0 and expires > ? order by issued desc, id",
                virtualAccount.value(), now.toEpochMilli());
    }

    /** Adds it. */
    public static void add(Connection connection, Token token, String digest) throws SQLException {
        Sql.update(connection, """
                insert into authority_token (id, virtual_account, digest, export_controlled, uses_left, issued, expires, issuer)
                values (?, ?, ?, ?, ?, ?, ?, ?)""", token.id().value(), token.virtualAccount().value(), digest, token.exportControlled(), token.usesLeft(),
                token.issued().toEpochMilli(), token.expires().toEpochMilli(), token.by());
    }

    /** Uses the token of this digest once, if there is one that is still good. */
    public static Optional<Token> use(Connection connection, String digest, Instant now) throws SQLException {
        int used = Sql.update(connection, "update authority_token set uses_left = uses_left - 1 where digest = ? and uses_left > 0 and expires > ?", digest,
                now.toEpochMilli());
        return used == 0 ? Optional.empty() : Sql.first(connection, TokenStore::token, SELECT + "where digest = ?", digest);
    }

    /** Makes it useless; whether there was one. */
    public static boolean revoke(Connection connection, TokenId id) throws SQLException {
        return Sql.update(connection, "delete from authority_token where id = ?", id.value()) > 0;
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(new TokenId(row.getString(1)), new VirtualAccountId(row.getString(2)), row.getBoolean(3), row.getInt(4),
                Instant.ofEpochMilli(row.getLong(5)), Instant.ofEpochMilli(row.getLong(6)), row.getString(7));
    }
}

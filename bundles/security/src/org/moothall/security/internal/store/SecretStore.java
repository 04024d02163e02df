package org.moothall.security.internal.store;

import java.util.List;
import java.util.Optional;

import org.moothall.store.Database;
import org.moothall.store.Database.Migration;
import org.moothall.store.Sql;

/** Sealed secrets on disk. Thread-safe. */
public final class SecretStore {

    private static final List<Migration> TABLES = List.of(new Migration(1, """
            create table security_secrets (
              name text primary key,
              sealed bytea not null);"""));

    private final Database database;

    /** Brings the table up to date. */
    public SecretStore(Database database) {
        this.database = database;
        database.migrate("security.vault", TABLES);
    }

    /** Keeps it under this name, in the place of what was there. */
    public void put(String name, byte[] sealed) {
        database.writeAndWait(connection -> Sql.update(connection,
                "insert into security_secrets (name, sealed) values (?, ?) on conflict (name) do update set sealed = excluded.sealed", name, sealed));
    }

    /** What is kept under this name. */
    public Optional<byte[]> find(String name) {
        return database.read(connection -> Sql.first(connection, row -> row.getBytes(1), "select sealed from security_secrets where name = ?", name));
    }

    /** Forgets it. */
    public void remove(String name) {
        database.writeAndWait(connection -> Sql.update(connection, "delete from security_secrets where name = ?", name));
    }
}

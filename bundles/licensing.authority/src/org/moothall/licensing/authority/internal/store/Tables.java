package org.moothall.licensing.authority.internal.store;

import java.util.List;

import org.moothall.store.Database;
import org.moothall.store.Database.Migration;

/** The authority's tables. */
public final class Tables {

    private static final List<Migration> STEPS = List.of(new Migration(1, """
            create table authority_account (
              id text primary key,
              name text not null unique,
              reservation boolean not null,
              version bigint not null);
            create table authority_virtual_account (
              id text primary key,
              account text not null references authority_account (id),
              name text not null,
              pmp_plus bigint not null,
              smp_plus bigint not null,
              recording_or_streaming bigint not null,
              customization bigint not null,
              turn bigint not null,
              version bigint not null,
              unique (account, name));
            create table authority_token (
              id text primary key,
              virtual_account text not null references authority_virtual_account (id) on delete cascade,
              digest text not null unique,
              export_controlled boolean not null,
              uses_left bigint not null,
              issued bigint not null,
              expires bigint not null,
              issuer text not null);
            create table authority_instance (
              id text primary key,
              virtual_account text not null references authority_virtual_account (id),
              name text not null,
              public_key text not null,
              export_controlled boolean not null,
              registered_until bigint,
              pmp_plus bigint not null,
              smp_plus bigint not null,
              recording_or_streaming bigint not null,
              customization bigint not null,
              call_bridges bigint not null,
              last_seen bigint not null,
              request text,
              reservation text,
              licences text,
              held text,
              sequence bigint not null,
              confirmed boolean not null);
            create table authority_used_request (
              request text primary key);"""));

    private Tables() {}

    /** Brings them up to date. */
    public static void migrate(Database database) {
        database.migrate("authority", STEPS);
    }
}

/**
 * The SQL store, its journal and its leases.
 *
 * <p>The same SQL runs on SQLite and PostgreSQL when it keeps to: types {@code text}, {@code bigint}, {@code boolean},
 * {@code double precision} and {@code bytea}; instants as {@code bigint} milliseconds; keys of growing numbers as
 * {@code bigint primary key}, counted up by the store {@code bigserial primary key}; {@code without rowid} after a table of small
 * rows that are found by their whole key; {@code insert … on conflict (…) do update set a = excluded.a}; {@code returning}; {@code limit}.
 * Table names begin with their domain's name.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.store;

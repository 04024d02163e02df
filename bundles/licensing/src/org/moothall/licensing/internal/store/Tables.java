package org.moothall.licensing.internal.store;

import java.util.List;

import org.moothall.store.Database;
import org.moothall.store.Database.Migration;

/** The tables of licensing. Seconds, days and bins are numbered since 1970; figures are hundredths, peaks 600ths. */
final class Tables {

    private static final List<Migration> ALL = List.of(new Migration(1, """
            create table licensing_host (
              cluster text not null,
              source text not null,
              host text not null,
              bridge text,
              first_at bigint not null,
              gone_at bigint,
              read_to bigint not null,
              primary key (cluster, source));
            create table licensing_cluster (
              cluster text primary key,
              closed_to bigint not null);
            create table licensing_snapshot (
              cluster text not null,
              source text not null,
              at bigint not null,
              pmp bigint not null,
              assigned bigint not null,
              audio bigint not null,
              point_to_point bigint not null,
              full_meeting bigint not null,
              recording bigint not null,
              streaming bigint not null,
              primary key (cluster, source, at)) without rowid;
            create table licensing_bin (
              cluster text not null,
              bin bigint not null,
              pmp bigint not null,
              assigned bigint not null,
              audio bigint not null,
              point_to_point bigint not null,
              full_meeting bigint not null,
              recording bigint not null,
              streaming bigint not null,
              known bigint not null,
              expected bigint not null,
              primary key (cluster, bin)) without rowid;
            create table licensing_day (
              scope text not null,
              day bigint not null,
              pmp bigint not null,
              smp bigint not null,
              recording bigint not null,
              known bigint not null,
              complete bigint not null,
              primary key (scope, day)) without rowid;
            create table licensing_entitlement (
              version bigint primary key,
              since bigint not null,
              pmp bigint not null,
              smp bigint not null,
              recording bigint not null,
              customization boolean not null,
              entered_by text not null);
            create table licensing_trial (
              feature text primary key,
              began bigint not null,
              started_by text not null);
            create table licensing_mark (
              cluster text not null,
              feature text not null,
              began bigint not null,
              primary key (cluster, feature));
            create table licensing_setting (
              name text primary key,
              value text not null);
            create table licensing_expiry (
              cluster text not null,
              feature text not null,
              since bigint not null,
              expires bigint,
              primary key (cluster, feature, since));"""));

    private Tables() {}

    static void migrate(Database database) {
        database.migrate("licensing", ALL);
    }
}

package org.moothall.meetings.internal.store;

import java.util.List;

import org.moothall.store.Database.Migration;

/**
 * The tables. What sorts or is searched is kept as digits, so that both stores agree whatever their language. Meetings that end
 * together have their words side by side, since ids are like dice and each page that changes is written as a whole.
 */
final class Schema {

    static final List<Migration> STEPS = List.of(new Migration(1, """
            CREATE TABLE meetings_session (
                id BIGINT PRIMARY KEY,
                bridge VARCHAR(200) NOT NULL,
                session VARCHAR(100) NOT NULL,
                UNIQUE (bridge, session)
            );
            CREATE TABLE meetings_cdr (
                session BIGINT NOT NULL,
                number BIGINT NOT NULL,
                bridge_time BIGINT NOT NULL,
                received BIGINT NOT NULL,
                missing BIGINT NOT NULL,
                kind VARCHAR(100) NOT NULL,
                subject VARCHAR(100) NOT NULL,
                body TEXT NOT NULL,
                PRIMARY KEY (session, number)
            );
            CREATE TABLE meetings_bridge (
                bridge VARCHAR(200) PRIMARY KEY,
                facts TEXT NOT NULL
            );
            CREATE TABLE meetings_meeting (
                id VARCHAR(200) PRIMARY KEY,
                cluster VARCHAR(200) NOT NULL,
                state VARCHAR(20) NOT NULL,
                key_name VARCHAR(200) NOT NULL,
                key_start VARCHAR(20) NOT NULL,
                key_end VARCHAR(20) NOT NULL,
                key_participants VARCHAR(20) NOT NULL,
                shown TEXT NOT NULL,
                facts TEXT
            );
            CREATE INDEX meetings_by_end ON meetings_meeting (state, key_end, id);
            CREATE INDEX meetings_by_start ON meetings_meeting (state, key_start, id);
            CREATE INDEX meetings_by_name ON meetings_meeting (state, key_name, id);
            CREATE TABLE meetings_participant (
                meeting VARCHAR(200) NOT NULL,
                id VARCHAR(200) NOT NULL,
                shown TEXT NOT NULL,
                facts TEXT,
                PRIMARY KEY (meeting, id)
            );
            CREATE TABLE meetings_word (
                word VARCHAR(400) NOT NULL,
                meeting VARCHAR(200) NOT NULL,
                PRIMARY KEY (word, meeting)
            );
            CREATE INDEX meetings_words_of ON meetings_word (meeting);
            CREATE TABLE meetings_setting (
                name VARCHAR(100) PRIMARY KEY,
                content TEXT NOT NULL
            );
            """), new Migration(2, """
            CREATE TABLE meetings_change (
                meeting VARCHAR(200) NOT NULL,
                number BIGINT NOT NULL,
                happened BIGINT NOT NULL,
                heard BIGINT NOT NULL,
                participant VARCHAR(200) NOT NULL,
                name TEXT NOT NULL,
                what VARCHAR(40) NOT NULL,
                content TEXT NOT NULL,
                PRIMARY KEY (meeting, number)
            );
            """), new Migration(3, """
            ALTER TABLE meetings_change ADD COLUMN actor VARCHAR(200) NOT NULL DEFAULT '';
            """), new Migration(4, """
            ALTER TABLE meetings_meeting ADD COLUMN space VARCHAR(200) NOT NULL DEFAULT '';
            CREATE INDEX meetings_by_space ON meetings_meeting (space, key_end);
            CREATE INDEX meetings_by_span ON meetings_meeting (state, key_end, key_start);
            """), new Migration(5, """
            DELETE FROM meetings_meeting WHERE state = 'ACTIVE';
            UPDATE meetings_meeting SET facts = 'null';
            UPDATE meetings_participant SET facts = 'null';
            DELETE FROM meetings_bridge;
            DROP TABLE meetings_cdr;
            CREATE TABLE meetings_body (
                id BIGSERIAL PRIMARY KEY,
                run BIGINT NOT NULL,
                last_number BIGINT NOT NULL,
                received BIGINT NOT NULL,
                content BYTEA NOT NULL
            );
            CREATE INDEX meetings_bodies_of ON meetings_body (run, last_number, id);
            DROP TABLE meetings_change;
            CREATE TABLE meetings_log (
                meeting VARCHAR(200) NOT NULL,
                number BIGINT NOT NULL,
                entries BIGINT NOT NULL,
                content TEXT NOT NULL,
                PRIMARY KEY (meeting, number)
            );
            ALTER TABLE meetings_word RENAME TO meetings_word_before;
            DROP INDEX meetings_words_of;
            CREATE TABLE meetings_word (
                word VARCHAR(400) NOT NULL,
                meeting VARCHAR(200) NOT NULL,
                PRIMARY KEY (word, meeting)
            ) WITHOUT ROWID;
            INSERT INTO meetings_word (word, meeting) SELECT word, meeting FROM meetings_word_before;
            DROP TABLE meetings_word_before;
            CREATE INDEX meetings_words_of ON meetings_word (meeting);
            """), new Migration(6, """
            ALTER TABLE meetings_word RENAME TO meetings_word_before;
            DROP INDEX meetings_words_of;
            CREATE TABLE meetings_word (
                word VARCHAR(400) NOT NULL,
                ended VARCHAR(20) NOT NULL,
                meeting VARCHAR(200) NOT NULL,
                PRIMARY KEY (word, ended, meeting)
            ) WITHOUT ROWID;
            INSERT INTO meetings_word (word, ended, meeting)
                SELECT word, key_end, meeting FROM meetings_word_before JOIN meetings_meeting ON id = meeting;
            DROP TABLE meetings_word_before;
            CREATE INDEX meetings_words_of ON meetings_word (ended, meeting);
            """));

    private Schema() {}
}

package org.moothall.core;

import java.time.Instant;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Something changed; published on {@link ChangeEvents}, kept in the journal, sent to subscribers of {@code /api/v1/events}.
 *
 * @param type kebab-case type with its domain, for example {@code meetings.meeting-changed}
 * @param subject id of the changed object
 * @param cluster id of the cluster it belongs to, or null when it belongs to none
 * @param at when it happened here
 * @param data what subscribers need to update a row without asking again; JSON-able values only
 */
public record ChangeEvent(String type, String subject, @Nullable String cluster, Instant at, Map<String, Object> data) {

    public ChangeEvent {
        data = Map.copyOf(data);
    }
}

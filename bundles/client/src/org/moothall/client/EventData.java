package org.moothall.client;

import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.ChangeEvent;
import org.moothall.core.json.Json;

import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads records out of the data of a change. What has not the expected form counts as absent. */
public final class EventData {

    private static final JsonMapper JSON = Json.lenient();

    private EventData() {}

    /** The record under this key, for example {@code find(event, "meeting", Meeting.class)}. */
    public static <T> Optional<T> find(ChangeEvent event, String key, Class<T> type) {
        return read(event.data().get(key), type);
    }

    /** The records of the list under this key. */
    public static <T> List<T> list(ChangeEvent event, String key, Class<T> type) {
        return event.data().get(key) instanceof List<?> values
                ? values.stream().flatMap(value -> read(value, type).stream()).toList()
                : List.of();
    }

    private static <T> Optional<T> read(@Nullable Object value, Class<T> type) {
        try {
            return value == null ? Optional.empty() : Optional.ofNullable(JSON.convertValue(value, type));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

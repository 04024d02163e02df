package org.moothall.meetings.internal.projection;

import java.time.Instant;
import java.util.Map;

/**
 * One call detail record.
 *
 * @param session the Call Bridge's run that wrote it; its identity is (bridge, session, index)
 * @param index {@code correlatorIndex}: grows by one with each record of the session
 * @param missing how many records before it the bridge says it had to discard
 * @param time the bridge's time, whole seconds
 * @param type {@code callStart}, {@code callLegEnd}, …; unknown ones are passed over
 * @param id id of the call, call leg, recording or streaming
 * @param fields text of the object's direct children by name
 * @spec wire §2
 */
public record CdrRecord(String session, long index, long missing, Instant time, String type, String id, Map<String, String> fields) {
    public CdrRecord {
        fields = Map.copyOf(fields);
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }
}

package org.moothall.workbench.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.Operation;

/**
 * A piece of long work as the drawer shows it.
 *
 * @param total 0 when nobody knows how much there is to do
 * @param words the step while it runs, then what came of it
 * @param cancel stops it; null when it cannot be stopped or has ended
 */
record OperationEntry(String id, String title, Operation.State state, int done, int total, String words, Instant startedAt,
        @Nullable Instant endedAt, @Nullable Runnable cancel) {
    /** Running ones first, then the newest. */
    static final Comparator<OperationEntry> ORDER = Comparator.comparing(OperationEntry::ended)
            .thenComparing(Comparator.comparing(OperationEntry::startedAt).reversed()).thenComparing(OperationEntry::id);

    /** As the server tells of it. */
    static OperationEntry of(Operation told, Runnable cancel) {
        boolean running = told.state() == Operation.State.RUNNING;
        return new OperationEntry(told.id(), told.title(), told.state(), told.done(), told.total(), words(told), told.startedAt(), told.endedAt(),
                running ? cancel : null);
    }

    /** Whether it has come to its end. */
    boolean ended() {
        return state != Operation.State.RUNNING;
    }

    /** How much is done, 0 to 1; negative when nobody knows. */
    double share() {
        return total <= 0 ? -1 : Math.min(1, done / (double) total);
    }

    private static String words(Operation told) {
        return switch (told.state()) {
            case RUNNING -> told.step();
            case DONE -> result(told.result());
            case FAILED -> told.failure() == null ? Texts.of("operations.failed") : String.valueOf(told.failure());
            case CANCELLED -> Texts.of("operations.cancelled");
        };
    }

    /** A result in words: a text as it is, an object as its plain fields. */
    private static String result(@Nullable JsonNode result) {
        if (result == null || result.isNull() || result.isArray()) {
            return Texts.of("operations.done");
        }
        if (!result.isObject()) {
            return result.asText();
        }
        String fields = result.properties().stream().filter(field -> field.getValue().isValueNode()).limit(4).map(OperationEntry::field)
                .collect(Collectors.joining(" · "));
        return fields.isEmpty() ? Texts.of("operations.done") : fields;
    }

    private static String field(Map.Entry<String, JsonNode> field) {
        return field.getKey().replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(java.util.Locale.ROOT) + ": " + field.getValue().asText();
    }
}

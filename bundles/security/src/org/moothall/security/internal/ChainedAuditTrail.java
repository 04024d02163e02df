package org.moothall.security.internal;

import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.json.Json;
import org.moothall.security.AuditTrail;
import org.moothall.security.Caller;
import org.moothall.security.internal.store.AuditRow;
import org.moothall.security.internal.store.AuditStore;
import org.moothall.security.internal.store.AuditStore.Chain;
import org.moothall.security.internal.store.AuditStore.Link;
import org.moothall.store.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The audit trail as a table whose rows each carry a hash over themselves and the row before: a row that was changed, removed
 * or slipped in breaks the chain from there on. The newest hash is kept apart, so that cutting off the end shows too.
 */
@Component
public final class ChainedAuditTrail implements AuditTrail {

    private static final Logger LOG = LoggerFactory.getLogger(ChainedAuditTrail.class);
    private static final int CHECKED_AT_START = 1_000;
    private static final JsonMapper JSON = Json.lenient();

    private final AuditStore store;
    private final Clock clock;

    @Activate
    public ChainedAuditTrail(@Reference Database database, @Reference Clock clock) {
        this.store = new AuditStore(database);
        this.clock = clock;
        firstBroken(CHECKED_AT_START).ifPresent(id -> LOG.error("The audit trail was tampered with: record {} does not follow from the one before", id));
    }

    @Override
    public void record(Caller caller, String action, @Nullable String subject, Outcome outcome, Map<String, Object> details) {
        String text = json(details);
        long at = clock.millis();
        store.append(id -> new AuditRow(id, at, caller.user().value(), caller.name(), caller.role().name(), caller.session(), caller.source(), action, subject,
                outcome.name(), text), ChainedAuditTrail::hash);
    }

    /** Every field with its length, so that no two rows look alike. */
    private static String hash(AuditRow row, String before) {
        StringBuilder text = new StringBuilder(before);
        for (Object field : new @Nullable Object[] {row.id(), row.at(), row.userId(), row.userName(), row.role(), row.session(), row.source(), row.action(),
                row.subject(), row.outcome(), row.details()}) {
            String value = field == null ? "" : field.toString();
            text.append('|').append(field == null ? -1 : value.length()).append(':').append(value);
        }
        return HexFormat.of().formatHex(Tokens.sha256(text.toString()));
    }

    /** The first of the newest records that does not follow from the one before it; empty when the chain is whole. */
    Optional<Long> firstBroken(int newest) {
        Chain chain = store.newest(newest);
        String before = chain.before();
        long expected = chain.from();
        for (Link link : chain.links()) {
            expected++;
            if (link.row().id() != expected || !hash(link.row(), before).equals(link.hash())) {
                return Optional.of(expected);
            }
            before = link.hash();
        }
        return expected == chain.newest() && before.equals(chain.hash()) ? Optional.empty() : Optional.of(expected + 1);
    }

    private static String json(Map<String, Object> details) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(details));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the details hold something that JSON cannot", e);
        }
    }
}

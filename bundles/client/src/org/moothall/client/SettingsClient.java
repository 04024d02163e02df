package org.moothall.client;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.LinkState;

/** Settings of the server. Threads and failures as {@link Client} says. */
public interface SettingsClient {

    /** Where Call Bridges send their call detail records. */
    CompletableFuture<CdrSettings> cdr();

    /** Changes that. */
    CompletableFuture<CdrSettings> changeCdr(CdrSettings settings);

    /** How each Call Bridge delivers its call detail records, by cluster and name. */
    CompletableFuture<Page<CdrDelivery>> cdrDeliveries();

    /** For how long history is kept. */
    CompletableFuture<HistorySettings> history();

    /** Changes that. */
    CompletableFuture<HistorySettings> changeHistory(HistorySettings settings);

    /** How meetings are followed. */
    CompletableFuture<FollowingSettings> following();

    /** Changes that. */
    CompletableFuture<FollowingSettings> changeFollowing(FollowingSettings settings);

    /** @param requestsPerSecond that each Call Bridge is asked for its meetings at the most */
    record FollowingSettings(int requestsPerSecond) {}

    /** @param keepDays for how many days what happened in meetings can be looked at */
    record HistorySettings(int keepDays) {}

    /**
     * How a Call Bridge delivers.
     *
     * @param receiver the server's entry among its receivers
     * @param address {@code host:port} that it was told, or null
     * @param lastContact when it reached the server last, or null
     * @param lastRecord when it brought records last, or null
     * @param alarmSeconds how long it has been saying itself that it cannot reach a receiver, or null
     * @param problem what is wrong and what to do, or null
     */
    record CdrDelivery(CallBridgeId callBridge, String name, LinkState receiver, @Nullable String address, @Nullable Instant lastContact,
            @Nullable Instant lastRecord, @Nullable Long alarmSeconds, @Nullable String problem) {}

    /** @param address {@code host[:port]} under which bridges reach the server, or null for its own name */
    record CdrSettings(@Nullable String address) {}
}

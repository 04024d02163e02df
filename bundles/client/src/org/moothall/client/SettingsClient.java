package org.moothall.client;

import java.util.concurrent.CompletableFuture;
import org.eclipse.jdt.annotation.Nullable;

/** Settings of the server. Threads and failures as {@link Client} says. */
public interface SettingsClient {

    /** Where Call Bridges send their call detail records. */
    CompletableFuture<CdrSettings> cdr();

    /** Changes that. */
    CompletableFuture<CdrSettings> changeCdr(CdrSettings settings);

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

    /** @param address {@code host[:port]} under which bridges reach the server, or null for its own name */
    record CdrSettings(@Nullable String address) {}
}

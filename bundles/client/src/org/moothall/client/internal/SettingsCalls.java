package org.moothall.client.internal;

import java.util.concurrent.CompletableFuture;
import org.moothall.client.Call;
import org.moothall.client.SettingsClient;
import org.moothall.core.Page;

/** {@code /settings}. */
record SettingsCalls(Calls api) implements SettingsClient {

    private static final String HISTORY = "/settings/history";
    private static final String MEETINGS = "/settings/meetings";
    private static final String CDR = "/settings/cdr";

    @Override
    public CompletableFuture<Page<CdrDelivery>> cdrDeliveries() {
        return api.call(Call.get(CDR + "/call-bridges")).thenApply(answer -> Wire.page(answer.body(), CdrDelivery.class));
    }

    @Override
    public CompletableFuture<HistorySettings> history() {
        return api.read(Call.get(HISTORY), HistorySettings.class);
    }

    @Override
    public CompletableFuture<HistorySettings> changeHistory(HistorySettings settings) {
        return api.read(Call.put(HISTORY, settings), HistorySettings.class);
    }

    @Override
    public CompletableFuture<FollowingSettings> following() {
        return api.read(Call.get(MEETINGS), FollowingSettings.class);
    }

    @Override
    public CompletableFuture<FollowingSettings> changeFollowing(FollowingSettings settings) {
        return api.read(Call.put(MEETINGS, settings), FollowingSettings.class);
    }

    @Override
    public CompletableFuture<CdrSettings> cdr() {
        return api.read(Call.get(CDR), CdrSettings.class);
    }

    @Override
    public CompletableFuture<CdrSettings> changeCdr(CdrSettings settings) {
        return api.read(Call.put(CDR, settings), CdrSettings.class);
    }
}

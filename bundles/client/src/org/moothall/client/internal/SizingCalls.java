package org.moothall.client.internal;

import java.util.concurrent.CompletableFuture;

import org.moothall.applianceprofiles.ApplianceProfile;
import org.moothall.applianceprofiles.sizing.HostAnswer;
import org.moothall.applianceprofiles.sizing.HostOffer;
import org.moothall.applianceprofiles.sizing.SizingAnswer;
import org.moothall.applianceprofiles.sizing.SizingDemand;
import org.moothall.client.Call;
import org.moothall.client.SizingClient;
import org.moothall.core.Page;

/** {@code /appliance-profiles} and {@code /sizing}. */
record SizingCalls(Calls api) implements SizingClient {

    @Override
    public CompletableFuture<Page<ApplianceProfile>> platforms() {
        return api.call(Call.get("/appliance-profiles")).thenApply(answer -> Wire.page(answer.body(), ApplianceProfile.class));
    }

    @Override
    public CompletableFuture<SizingAnswer> hosts(SizingDemand demand) {
        return api.read(Call.post("/sizing", demand), SizingAnswer.class);
    }

    @Override
    public CompletableFuture<HostAnswer> carried(HostOffer offer) {
        return api.read(Call.post("/sizing/carried", offer), HostAnswer.class);
    }
}

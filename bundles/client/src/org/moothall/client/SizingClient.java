package org.moothall.client;

import java.util.concurrent.CompletableFuture;

import org.moothall.applianceprofiles.ApplianceProfile;
import org.moothall.applianceprofiles.sizing.HostAnswer;
import org.moothall.applianceprofiles.sizing.HostOffer;
import org.moothall.applianceprofiles.sizing.SizingAnswer;
import org.moothall.applianceprofiles.sizing.SizingDemand;
import org.moothall.core.Page;

/** What platforms carry and what a demand needs. Threads and failures as {@link Client} says. */
public interface SizingClient {

    /** All platforms by name. */
    CompletableFuture<Page<ApplianceProfile>> platforms();

    /** Which hosts this demand needs; {@code core.invalid-input} names each field that is refused. */
    CompletableFuture<SizingAnswer> hosts(SizingDemand demand);

    /** What this host carries; {@code core.invalid-input} likewise. */
    CompletableFuture<HostAnswer> carried(HostOffer offer);
}

package org.moothall.meetings.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.moothall.core.Executors;
import org.moothall.net.Https;
import org.moothall.notifications.Condition;
import org.moothall.notifications.Severity;
import org.moothall.notifications.spi.NotificationSource;
import org.moothall.servers.Cluster;
import org.moothall.servers.Servers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells when nothing answers where the Call Bridges of managed clusters shall send their records. Thread-safe. */
@Component(service = NotificationSource.class)
public final class CdrAddressSource implements NotificationSource {

    private static final Logger LOG = LoggerFactory.getLogger(CdrAddressSource.class);
    private static final String KEYS = "meetings.address:";
    private static final int AT_ONCE = 16;
    private static final long ALL_SECONDS = 8;

    private final MeetingsRoom room;
    private final Servers servers;
    private final Reachability reachability;
    private final ExecutorService threads;

    /** For the clusters of this room. */
    @Activate
    public CdrAddressSource(@Reference MeetingsRoom room, @Reference Servers servers, @Reference Https https, @Reference Executors executors) {
        this.room = room;
        this.servers = servers;
        reachability = new Reachability(https);
        threads = executors.blocking("meetings-addresses", AT_ONCE);
    }

    /** Ends what is under way. */
    @Deactivate
    public void close() {
        threads.shutdownNow();
    }

    @Override
    public String keyPrefix() {
        return KEYS;
    }

    @Override
    public List<Condition> conditions() {
        Map<String, List<Cluster>> users = new TreeMap<>();
        servers.clusters().stream().filter(Cluster::manageMeetings)
                .forEach(
                        cluster -> room.address().effective(cluster).ifPresent(address -> users.computeIfAbsent(address, a -> new ArrayList<>()).add(cluster)));
        List<Callable<List<Condition>>> checks = new ArrayList<>();
        users.forEach((address, clusters) -> checks.add(() -> reachability.problem(address).map(why -> condition(address, clusters, why)).stream().toList()));
        return answers(checks);
    }

    private List<Condition> answers(List<Callable<List<Condition>>> checks) {
        List<Condition> all = new ArrayList<>();
        try {
            for (Future<List<Condition>> check : threads.invokeAll(checks, ALL_SECONDS, TimeUnit.SECONDS)) {
                if (!check.isCancelled()) {
                    all.addAll(check.get());
                }
            }
        } catch (ExecutionException e) {
            LOG.warn("An address for call detail records could not be tried", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return all;
    }

    private static Condition condition(String address, List<Cluster> clusters, String why) {
        String names = String.join(", ", clusters.stream().map(Cluster::name).sorted().toList());
        return new Condition(KEYS + address, Severity.WARNING, "Nothing answers at " + address + ", where Call Bridges send their records",
                "From this server: " + why + " Call Bridges of " + names + " are told to send call detail records there.",
                "Change the CDR receiver address in the settings or of the cluster. If only the Call Bridges can reach it, acknowledge this.",
                clusters.size() == 1 ? clusters.get(0).id().value() : null, null);
    }
}

package org.moothall.meetings.internal;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.meetings.internal.store.Settings;
import org.moothall.servers.Cluster;

/** Under which address Call Bridges send their records: the cluster's own, else the setting, else this host. Thread-safe. */
final class CdrAddress {

    private static final String SETTING = "cdr-address";
    private static final Pattern FORM = Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}\\]|[A-Za-z0-9.-]{1,253})(?::(\\d{1,5}))?");

    private final Settings settings;
    private volatile @Nullable URI listening;

    CdrAddress(Settings settings) {
        this.settings = settings;
    }

    void listening(@Nullable URI url) {
        listening = url;
    }

    /** The setting: {@code host[:port]}. */
    Optional<String> setting() {
        return settings.find(SETTING);
    }

    /** Changes the setting; null removes it. */
    void set(@Nullable String address) {
        if (address != null && !address.isEmpty()) {
            checked(address);
        }
        settings.set(SETTING, address == null ? "" : address);
    }

    /** {@code host:port} for this cluster, or for any when there is none; empty while our port is not open. */
    Optional<String> effective(@Nullable Cluster cluster) {
        URI url = listening;
        if (url == null) {
            return Optional.empty();
        }
        String own = cluster == null ? null : cluster.cdrAddress();
        String wanted = own != null && !own.isEmpty() ? own : setting().orElseGet(() -> host(url));
        return Optional.of(withPort(wanted, url.getPort() < 0 ? 443 : url.getPort()));
    }

    private static String withPort(String address, int port) {
        return checked(address).group(2) == null ? address + ':' + port : address;
    }

    private static Matcher checked(String address) {
        Matcher matcher = FORM.matcher(address);
        if (!matcher.matches() || matcher.group(2) != null && Integer.parseInt(matcher.group(2)) > 65_535) {
            throw Problem.invalid("address", "must be a host name or an address, with a port if it is not ours: cdr.example.org or [2001:db8::1]:8443.")
                    .exception();
        }
        return matcher;
    }

    /** What we listen on, unless that stands for all addresses: then this host's name. */
    private static String host(URI url) {
        String host = url.getHost();
        if (host != null && !host.equals("0.0.0.0") && !host.equals("[::]")) {
            return host;
        }
        try {
            return InetAddress.getLocalHost().getCanonicalHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}

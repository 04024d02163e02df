package org.moothall.architecture.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of layers in DESIGN §3: who may import whom. The one place to edit when a bundle is added. */
final class Layers {

    /** What everything stands on; the fragment {@code logging} has no code. */
    private static final List<String> CORE = List.of("core", "logging");
    /** Foundation in the order in which it may be imported; server side of the product except {@code core} and {@code net}. */
    private static final List<String> FOUNDATION = List.of("core", "store", "net", "security", "web", "notifications");
    /** What a foundation bundle may import of the foundation; {@code .api}s follow their owner. */
    private static final List<String> NOT_ON_STORE = List.of("net");
    /** Domains in the order in which one may import the {@code .api} of another. */
    private static final List<String> DOMAINS = List.of("appliance-profiles", "servers", "meetings", "capacity", "licensing.authority", "licensing", "logs",
            "provisioning", "blast-dial", "installation-assistant", "tms", "webhooks", "settings");
    private static final String NODE_ENGINE = "media-engine";
    private static final List<String> APPLICATIONS = List.of("headless", "node", "workbench");
    private static final List<String> PRESENTATION_BASE = List.of("core", "client", "ui");

    private Layers() {}

    /** Where a bundle stands. */
    enum Layer { CORE, FOUNDATION, DOMAIN, ACCESS, PRESENTATION, APPLICATION }

    /** The layer of a bundle, or nothing when the table does not know it. */
    static Optional<Layer> of(String bundle) {
        String owner = owner(bundle);
        if (CORE.contains(bundle)) {
            return Optional.of(Layer.CORE);
        } else if (bundle.equals("ui") || bundle.endsWith(".ui")) {
            return Optional.of(Layer.PRESENTATION);
        } else if (APPLICATIONS.contains(bundle)) {
            return Optional.of(Layer.APPLICATION);
        } else if (bundle.equals("client") || bundle.equals("cli")) {
            return Optional.of(Layer.ACCESS);
        } else if (FOUNDATION.contains(owner)) {
            return Optional.of(Layer.FOUNDATION);
        }
        return DOMAINS.contains(owner) || owner.equals(NODE_ENGINE) ? Optional.of(Layer.DOMAIN) : Optional.empty();
    }

    /** Whether {@code from} may import a package of {@code to}. */
    static boolean allows(String from, String to) {
        if (from.equals(to) || to.equals("core")) {
            return true;
        }
        return switch (of(from).orElseThrow()) {
            case CORE -> false;
            case FOUNDATION -> isApi(from) ? isEarlierApi(from, to) : isBelowInFoundation(owner(from), to);
            case DOMAIN -> isApi(from) ? isEarlierApi(from, to) : isBelowDomain(owner(from), to);
            case ACCESS -> from.equals("cli") ? to.equals("client") || to.equals("net") : to.equals("net") || isApi(to);
            case PRESENTATION -> isApi(to) || PRESENTATION_BASE.contains(to) && !to.equals(from);
            case APPLICATION -> of(to).orElseThrow() != Layer.APPLICATION;
        };
    }

    /** Whether it is the server's side of something: what the workbench must never contain. */
    static boolean isServerSide(String bundle) {
        Layer layer = of(bundle).orElseThrow();
        boolean owned = layer == Layer.DOMAIN || layer == Layer.FOUNDATION && !bundle.equals("net");
        return owned && !isApi(bundle);
    }

    static boolean isApi(String bundle) {
        return bundle.endsWith(".api");
    }

    /** {@code servers} of {@code servers}, {@code servers.api} and {@code servers.ui}; some domains have a dot in their name. */
    static String owner(String bundle) {
        String domain = bundle.replaceFirst("\\.(api|ui)$", "");
        int dot = domain.indexOf('.');
        return dot < 0 || DOMAINS.contains(domain) ? domain : domain.substring(0, dot);
    }

    /** Owners of domains, without the node's engine. */
    static List<String> domains() {
        return DOMAINS;
    }

    private static boolean isEarlierApi(String from, String to) {
        List<String> order = order();
        return isApi(to) && order.indexOf(owner(to)) < order.indexOf(owner(from));
    }

    private static boolean isBelowInFoundation(String owner, String to) {
        if (to.equals(owner + ".api")) {
            return true;
        }
        boolean earlier = FOUNDATION.contains(owner(to)) && FOUNDATION.indexOf(owner(to)) < FOUNDATION.indexOf(owner);
        return earlier && !NOT_ON_STORE.contains(owner) && !(owner.equals("web") && to.equals("net"));
    }

    private static boolean isBelowDomain(String owner, String to) {
        if (FOUNDATION.contains(owner(to))) {
            return true;
        }
        if (owner.equals(NODE_ENGINE)) {
            return owner(to).equals(NODE_ENGINE) || to.equals("appliance-profiles.api");
        }
        return to.equals(owner + ".api") || isEarlierApi(owner, to);
    }

    private static List<String> order() {
        List<String> order = new ArrayList<>(FOUNDATION);
        order.addAll(DOMAINS);
        return order;
    }
}

package org.moothall.servers.ui.internal;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.moothall.client.Client;
import org.moothall.servers.CallBridge;
import org.moothall.ui.Finder;
import org.osgi.service.component.annotations.Component;

/** Finds Call Bridges by name or address. */
@Component(service = Finder.class)
public final class ServerFinder implements Finder {
    @Override
    public String title() {
        return Texts.of("finder.title");
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public CompletableFuture<List<Found>> find(String text, int limit, IEclipseContext context) {
        Client client = context.get(Client.class);
        if (!client.may("servers.read")) {
            return CompletableFuture.completedFuture(List.of());
        }
        String words = text.toLowerCase(Locale.ROOT);
        return client.servers().callBridges().thenApply(page -> page.items().stream().filter(bridge -> matches(bridge, words)).limit(limit)
                .map(bridge -> new Found(ServerWords.name(bridge), ServerWords.address(bridge), ServerAddresses.of(bridge.id()))).toList());
    }

    private static boolean matches(CallBridge bridge, String words) {
        return ServerWords.name(bridge).toLowerCase(Locale.ROOT).contains(words) || ServerWords.address(bridge).contains(words);
    }
}

package org.moothall.workbench.internal;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.moothall.ui.Finder;
import org.osgi.service.component.annotations.Component;

/** Finds Call Bridges by name or address. */
@Component(service = Finder.class)
public final class ServerFinder implements Finder {
    @Override
    public String title() {
        return "Server";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public CompletableFuture<List<Found>> find(String text, int limit, IEclipseContext context) {
        String words = text.toLowerCase(Locale.ROOT);
        return CompletableFuture.completedFuture(context.get(Pulse.class).bridges().get().stream()
                .filter(b -> b.name().toLowerCase(Locale.ROOT).contains(words) || b.host().contains(words)).limit(limit)
                .map(b -> new Found(b.name(), b.host(), "servers/" + b.id().value())).toList());
    }
}

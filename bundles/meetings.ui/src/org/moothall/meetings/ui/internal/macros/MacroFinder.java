package org.moothall.meetings.ui.internal.macros;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.moothall.client.Client;
import org.moothall.ui.Finder;
import org.osgi.service.component.annotations.Component;

/** Finds macros by name; who chooses one is shown its steps and asked whether to run it. */
@Component(service = Finder.class)
public final class MacroFinder implements Finder {
    @Override
    public String title() {
        return Texts.of("finder.macro");
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public CompletableFuture<List<Found>> find(String text, int limit, IEclipseContext context) {
        Client client = context.get(Client.class);
        if (!client.may("meetings.operate")) {
            return CompletableFuture.completedFuture(List.of());
        }
        String part = text.toLowerCase(Locale.ROOT);
        return client.macros().list().thenApply(page -> page.items().stream().filter(macro -> macro.name().toLowerCase(Locale.ROOT).contains(part)).limit(limit)
                .map(macro -> new Found(macro.name(), Texts.count("steps", macro.steps().size()), MacrosPart.KEY + "/" + macro.id().value() + MacrosPart.RUN))
                .toList());
    }
}

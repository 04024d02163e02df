package org.moothall.meetings.ui.internal;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.moothall.client.Client;
import org.moothall.core.PageRequest;
import org.moothall.meetings.Meeting;
import org.moothall.ui.Finder;
import org.osgi.service.component.annotations.Component;

/** Finds people in live meetings by name or address. */
@Component(service = Finder.class)
public final class PersonFinder implements Finder {
    @Override
    public String title() {
        return Texts.of("finder.person");
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public CompletableFuture<List<Found>> find(String text, int limit, IEclipseContext context) {
        Client client = context.get(Client.class);
        return MeetingFinder.live(text, limit, client).thenCompose(meetings -> in(meetings, text, limit, client));
    }

    /** The server knows which meetings they are in; each of these tells who it was. */
    private static CompletableFuture<List<Found>> in(List<Meeting> meetings, String text, int limit, Client client) {
        CompletableFuture<List<Found>> all = CompletableFuture.completedFuture(List.of());
        for (Meeting meeting : meetings) {
            CompletableFuture<List<Found>> here = client.meetings().participants(meeting.id(), text, new PageRequest(limit, null))
                    .thenApply(page -> page.items().stream()
                            .filter(MeetingDetails::isPresent).map(person -> new Found(person.name(), meeting.name(), MeetingAddresses.of(meeting, person)))
                            .toList());
            all = all.thenCombine(here, (before, more) -> together(before, more, text, limit));
        }
        return all;
    }

    /** Who is called exactly so comes first. */
    private static List<Found> together(List<Found> before, List<Found> more, String text, int limit) {
        return Stream.concat(before.stream(), more.stream())
                .sorted(Comparator.comparing((Found found) -> !found.title().equalsIgnoreCase(text.strip()))).limit(limit).toList();
    }
}

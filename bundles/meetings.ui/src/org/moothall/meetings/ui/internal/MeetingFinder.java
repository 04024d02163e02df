package org.moothall.meetings.ui.internal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.moothall.client.Client;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;
import org.moothall.ui.Finder;
import org.osgi.service.component.annotations.Component;

/** Finds live meetings by their name, space or the people in them. */
@Component(service = Finder.class)
public final class MeetingFinder implements Finder {
    @Override
    public String title() {
        return Texts.of("finder.meeting");
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public CompletableFuture<List<Found>> find(String text, int limit, IEclipseContext context) {
        return live(text, limit, context.get(Client.class)).thenApply(meetings -> meetings.stream().map(MeetingFinder::found).toList());
    }

    /** Live meetings with this text in their name, their space or a person in them; none for who may not see meetings. */
    static CompletableFuture<List<Meeting>> live(String text, int limit, Client client) {
        if (!client.may("meetings.read")) {
            return CompletableFuture.completedFuture(List.of());
        }
        MeetingQuery query = new MeetingQuery(MeetingState.ACTIVE, text, null, MeetingQuery.Sort.NAME, false, new PageRequest(limit, null));
        return client.meetings().list(query).thenApply(Page::items);
    }

    private static Found found(Meeting meeting) {
        return new Found(meeting.name(), meeting.clusterName() + " · " + Texts.count("people", meeting.participants()),
                MeetingAddresses.of(meeting));
    }
}

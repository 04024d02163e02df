package org.moothall.meetings.ui.internal.macros;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.moothall.client.Client;
import org.moothall.core.PageRequest;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;

/** What the server offers to choose from in a step. Answers on the UI thread; what cannot be read is not offered. */
final class Choices {
    private static final int MOST = 40;

    private final Client client;
    private final Executor ui;

    /** @param id what a step keeps */
    record Choice(String id, String name) {}

    Choices(Client client, Executor ui) {
        this.client = client;
        this.ui = ui;
    }

    /** Live meetings by name; one with a space is kept as that, so that its next meeting is meant, too. */
    void meetings(Consumer<List<Choice>> takes) {
        client.meetings().list(new MeetingQuery(MeetingState.ACTIVE, "", null, MeetingQuery.Sort.NAME, false, new PageRequest(MOST, null)))
                .thenAcceptAsync(page -> takes.accept(page.items().stream().map(Choices::meeting).toList()), ui);
    }

    /** Clusters by name. */
    void clusters(Consumer<List<Choice>> takes) {
        client.servers().clusters().thenAcceptAsync(all -> takes.accept(all.items().stream().map(one -> new Choice(one.id().value(), one.name())).toList()),
                ui);
    }

    private static Choice meeting(Meeting meeting) {
        return new Choice(Objects.requireNonNullElse(meeting.space(), meeting.id().value()), meeting.name());
    }
}

package org.moothall.meetings.ui.internal;

import java.util.function.IntConsumer;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.moothall.client.Client;
import org.moothall.client.EventStream;
import org.moothall.ui.PageBadge;
import org.moothall.ui.UiThread;
import org.moothall.ui.model.Gate;
import org.moothall.ui.model.Subscription;
import org.osgi.service.component.annotations.Component;

/** How many are badly connected, beside the page's name. */
@Component(service = PageBadge.class)
public final class QualityBadge implements PageBadge {
    @Override
    public String page() {
        return "quality";
    }

    @Override
    public String permission() {
        return "meetings.read";
    }

    @Override
    public Subscription follow(IEclipseContext context, IntConsumer shows) {
        Client client = context.get(Client.class);
        Gate gate = new Gate(context.get(UiThread.class));
        QualityInbox inbox = new QualityInbox(client.quality(), gate);
        inbox.legs().onChange(() -> shows.accept(inbox.legs().total()));
        EventStream.Subscription listening = client.events().listen(inbox);
        inbox.read();
        return () -> {
            gate.close();
            listening.close();
        };
    }
}

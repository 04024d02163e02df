package org.moothall.client.internal;

import java.util.concurrent.CompletableFuture;

import org.moothall.client.Call;
import org.moothall.client.NotificationsClient;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.notifications.Notification;
import org.moothall.notifications.Notification.NotificationId;

/** {@code /notifications}. */
record NotificationsCalls(Calls api) implements NotificationsClient {

    @Override
    public CompletableFuture<Page<Notification>> open(PageRequest page) {
        return api.call(Call.get("/notifications" + new Query().with(page)))
                .thenApply(answer -> Wire.page(answer.body(), Notification.class));
    }

    @Override
    public CompletableFuture<Void> acknowledge(NotificationId id) {
        return api.done(Call.post("/notifications/" + Wire.segment(id.value()) + "/acknowledge", null));
    }
}

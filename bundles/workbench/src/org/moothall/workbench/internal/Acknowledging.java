package org.moothall.workbench.internal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.moothall.client.Client;
import org.moothall.notifications.Notification;
import org.moothall.ui.Notices;

/** Marks notifications as seen to by who is signed in. */
record Acknowledging(Client client, Notices notices) {
    /** Whether that may be done, and is not done yet. */
    boolean possible(Notification notification) {
        return notification.acknowledgedBy() == null && client.may("notifications.acknowledge");
    }

    /** Does it and tells how it went. */
    void acknowledge(List<Notification> wanted) {
        List<Notification> open = wanted.stream().filter(this::possible).toList();
        if (open.isEmpty()) {
            return;
        }
        CompletableFuture<?>[] calls = open.stream().map(one -> client.notifications().acknowledge(one.id())).toArray(CompletableFuture[]::new);
        String what = open.size() == 1 ? open.getFirst().condition().message() : Texts.count("notifications", open.size());
        CompletableFuture.allOf(calls).whenComplete((done, failure) -> {
            if (failure == null) {
                notices.done(Texts.of("notifications.acknowledged", what));
            } else {
                notices.failed(Texts.of("notifications.acknowledge"), failure, () -> acknowledge(open));
            }
        });
    }
}

package org.moothall.client;

import java.util.concurrent.CompletableFuture;

import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.notifications.Notification;
import org.moothall.notifications.Notification.NotificationId;

/** What people should know. Threads and failures as {@link Client} says. */
public interface NotificationsClient {

    /** Those that are the case now, worst and newest first. */
    CompletableFuture<Page<Notification>> open(PageRequest page);

    /** Marks one as seen to by the signed-in user. */
    CompletableFuture<Void> acknowledge(NotificationId id);
}

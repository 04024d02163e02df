package org.moothall.meetings.internal.link;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.internal.projection.Gap;
import org.moothall.notifications.Condition;
import org.moothall.notifications.Notifications;
import org.moothall.notifications.Severity;

/** What people should know of the link with one Call Bridge. */
final class LinkConditions {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private final Notifications notifications;
    private final String bridge;
    private final String name;
    private final String cluster;
    private @Nullable Instant gapFrom;

    LinkConditions(Notifications notifications, String bridge, String name, String cluster) {
        this.notifications = notifications;
        this.bridge = bridge;
        this.name = name;
        this.cluster = cluster;
    }

    void receiversTaken() {
        raise("receiver", Severity.ERROR, name + " has no room for another CDR receiver", "All places in its list are taken by others. Joins and leaves are "
                + "learned from its events and from reading it, later and without a complete history.",
                "Remove a receiver that is no longer needed on the Call Bridge; we register by ourselves then.");
    }

    void registrationRefused(String why) {
        raise("receiver", Severity.ERROR, name + " did not let us register as CDR receiver", "It answered: " + why + " Joins and leaves are learned from its "
                + "events and from reading it, later and without a complete history.",
                "See that the user configured for it may use its API (role api or admin) "
                        + "and that the CDR receiver address in the settings or of the cluster is right. We try again every half minute.");
    }

    void noRecordsArrive(String address) {
        raise("receiver", Severity.WARNING, "Call detail records of " + name + " do not arrive",
                "The Call Bridge writes records, but none reaches this server at " + address + ". Meetings are followed by events and by reading only.",
                "Check that the Call Bridge can reach this address, and the CDR receiver address in the settings or of the cluster.");
    }

    void receiverWorks() {
        clear("receiver");
    }

    void eventsDisrupted(String why) {
        raise("events", Severity.WARNING, "Events from " + name + " are disrupted",
                "Mute, layout and speaker changes are shown late until they come again. " + why,
                "Nothing to do if it clears within a minute; otherwise see whether the Call Bridge is reachable and overloaded.");
    }

    void eventsWork() {
        clear("events");
    }

    void synchronising() {
        raise("synchronising", Severity.INFORMATION, "Meetings of " + name + " are being read",
                "Until that is done, meetings and participants may be incomplete.",
                "Nothing: this clears by itself.");
    }

    void synchronised() {
        clear("synchronising");
    }

    void gap(Gap gap) {
        Instant from = gapFrom == null ? gap.from() : gapFrom;
        gapFrom = from;
        raise("gap", Severity.WARNING, "Call detail records of " + name + " are missing", "From " + TIME.format(from) + " to " + TIME.format(gap.to())
                + " at least " + gap.missing()
                + " did not arrive. Who is in a meeting now is repaired by reading it; who came and went in between may be missing.",
                "If this happens again, look at the network between the Call Bridge and this server.");
    }

    void noGap() {
        if (gapFrom != null) {
            gapFrom = null;
            clear("gap");
        }
    }

    void clearAll() {
        for (String what : new String[] {"receiver", "events", "synchronising", "gap"}) {
            clear(what);
        }
    }

    private void raise(String what, Severity severity, String message, String explanation, String remedy) {
        notifications.raise(new Condition(key(what), severity, message, explanation, remedy, cluster, bridge));
    }

    private void clear(String what) {
        notifications.clear(key(what));
    }

    private String key(String what) {
        return "meetings." + what + ':' + bridge;
    }
}

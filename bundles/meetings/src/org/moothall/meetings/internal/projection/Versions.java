package org.moothall.meetings.internal.projection;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.Participant;

/** A new version for what looks different; the very same object for what does not. */
final class Versions {

    private Versions() {}

    static Participant of(Participant now, @Nullable Participant before) {
        long version = before == null ? 0 : before.version();
        if (before != null && with(now, version).equals(before)) {
            return before;
        }
        return with(now, version + 1);
    }

    static Meeting of(Meeting now, @Nullable Meeting before) {
        long version = before == null ? 0 : before.version();
        if (before != null && with(now, version).equals(before)) {
            return before;
        }
        return with(now, version + 1);
    }

    private static Participant with(Participant p, long version) {
        return new Participant(p.id(), p.meeting(), p.name(), p.address(), p.state(), p.direction(), p.device(), p.callBridge(), p.joinedAt(), p.leftAt(),
                p.audioMuted(), p.videoMuted(), p.presenting(), p.speaking(), p.layout(), p.importance(), p.recording(), p.canMove(), p.quality(),
                p.endReason(), version, p.activator());
    }

    private static Meeting with(Meeting m, long version) {
        return new Meeting(m.id(), m.name(), m.cluster(), m.clusterName(), m.state(), m.startedAt(), m.endedAt(), m.participants(), m.maxParticipants(),
                m.inLobby(), m.recording(), m.streaming(), m.locked(), m.newcomersMuted(), m.presenting(), m.space(), m.owner(), m.callBridges(), m.complete(),
                version, m.desk(), m.newcomersLayout(), m.addresses(), m.lockMode());
    }
}

package org.moothall.meetings.internal.quality;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.QualityLeg;
import org.moothall.meetings.QualityLeg.Alarm;
import org.moothall.meetings.internal.projection.LegFacts.Owner;

/** A leg that has been bad for longer than is allowed. @param alarms what is bad, at least one */
record BadLeg(String leg, Owner owner, Finding finding, List<Alarm> alarms) {

    /** As it is shown at this instant. */
    QualityLeg drawn(Instant now) {
        Instant since = alarms.stream().map(finding::since).min(Comparator.naturalOrder()).orElseThrow();
        String reason = alarms.stream().map(alarm -> finding.words(alarm, now)).collect(Collectors.joining("; "));
        Optional<String> subnet = Subnets.of(owner.address());
        var person = owner.participant();
        return new QualityLeg(person.id(), person.meeting(), owner.meeting().name(), owner.meeting().cluster(), leg, person.name(), person.address(),
                person.callBridge(), subnet.isPresent() ? subnet.get() : null, since, alarms, finding.value(Alarm.PACKET_LOSS),
                whole(finding.value(Alarm.EXCESSIVE_JITTER)),
                whole(finding.value(Alarm.HIGH_ROUND_TRIP_TIME)), reason);
    }

    private static @Nullable Integer whole(@Nullable Double value) {
        return value == null ? null : Integer.valueOf((int) Math.round(value));
    }
}

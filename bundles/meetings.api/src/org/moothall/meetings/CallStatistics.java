package org.moothall.meetings;

import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/**
 * How well a participant is connected now. The Call Bridge is read every few seconds while somebody asks, afterwards not; what was
 * read a short while ago is kept in memory. Service; thread-safe; blocks while the first sample is read. Problems:
 * {@code core.not-found} for an unknown meeting or participant; {@code core.unavailable} while too many are looked at; those of
 * the network and {@code servers.refused-by-bridge} where not even a first sample can be had.
 *
 * @spec admin-guide §15, wire §1.11
 */
public interface CallStatistics {

    /** Samples that were taken after this instant, or all that are kept when it is null. */
    Statistics of(MeetingId meeting, ParticipantId participant, @Nullable Instant since);

    /** Of each leg of a participant. @param everySeconds how often a sample is taken while somebody asks */
    record Statistics(List<Leg> legs, int everySeconds) {
        public Statistics {
            legs = List.copyOf(legs);
        }
    }

    /** Of one leg, oldest first. @param id on its Call Bridge; @param end what its end told, or null while it goes on or where none was told */
    record Leg(String id, List<Sample> samples, @Nullable LegEnd end) {
        public Leg {
            samples = List.copyOf(samples);
        }
    }

    /** What was measured at an instant of our clock. */
    record Sample(Instant at, List<Stream> streams) {
        public Sample {
            streams = List.copyOf(streams);
        }
    }

    /**
     * One stream of media, as seen from the Call Bridge. What it does not tell is null.
     *
     * @param codec in the Meeting Server's words, or empty
     * @param bitRate in bit/s
     * @param jitter in milliseconds
     * @param roundTrip in milliseconds; only of what is sent
     * @param width in pixels
     * @param frameRate in frames per second
     */
    record Stream(Direction direction, Medium medium, String codec, @Nullable Long bitRate, @Nullable Double lossPercent, @Nullable Integer jitter,
            @Nullable Integer roundTrip, @Nullable Integer width, @Nullable Integer height, @Nullable Double frameRate) {}

    /** What the Call Bridge does with a stream. */
    enum Direction { RECEIVE, SEND }

    /** What a stream carries. */
    enum Medium { AUDIO, VIDEO, PRESENTATION }

    /**
     * The figures of a leg's end, as its last call detail record told.
     *
     * @param alarms how much of the time each alarm was on, in percent; those that never were are missing
     * @param streams with codec, largest size, and what else was told
     */
    record LegEnd(Instant at, long durationSeconds, List<AlarmShare> alarms, List<EndStream> streams) {
        public LegEnd {
            alarms = List.copyOf(alarms);
            streams = List.copyOf(streams);
        }
    }

    /** For how much of the time an alarm was on. */
    record AlarmShare(QualityLeg.Alarm alarm, double percent) {}

    /**
     * One medium in one direction over the whole leg.
     *
     * @param burstSeconds for how long packets were lost in bursts; @param burstDensity how many of them, in percent
     * @param gapSeconds for how long hardly any were lost; @param gapDensity how many of them, in percent
     */
    record EndStream(Direction direction, Medium medium, String codec, @Nullable Integer width, @Nullable Integer height, @Nullable Double burstSeconds,
            @Nullable Double burstDensity, @Nullable Double gapSeconds, @Nullable Double gapDensity) {}
}

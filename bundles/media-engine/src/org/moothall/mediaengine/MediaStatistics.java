package org.moothall.mediaengine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Measured values of a leg's media: they follow from the leg and the time, vary slowly and stay plausible.
 *
 * @param rxVideo from the endpoint, main first; none while it sends no video
 * @param streams how many others it can show
 * @param alarms what is bad enough for one
 * @spec meeting-server-wire §1.11
 */
public record MediaStatistics(String cipherSuite, Audio rxAudio, Audio txAudio, List<Video> rxVideo, List<Video> txVideo, int streams, Set<Alarm> alarms) {

    private static final double LOSS_WORTH_AN_ALARM = 2.0;
    private static final int JITTER_WORTH_AN_ALARM = 30;
    private static final double LARGE_FROM = 0.4;
    private static final int ROUND_TRIP_WORTH_AN_ALARM = 400;

    /** What a leg can be marked for. */
    public enum Alarm {
        PACKET_LOSS("packetLoss"), EXCESSIVE_JITTER("excessiveJitter"), HIGH_ROUND_TRIP_TIME("highRoundTripTime");

        private final String wire;

        Alarm(String wire) {
            this.wire = wire;
        }

        /** As API and CDRs write it. */
        public String wire() {
            return wire;
        }
    }

    /** @param loss percent; @param bitRate bit/s; @param gain dB */
    public record Audio(String codec, double loss, int jitterMillis, long bitRate, int roundTripMillis, double gain) {}

    /** @param role {@code main} or {@code presentation}; @param loss percent; @param bitRate bit/s */
    public record Video(String role, String codec, int width, int height, double frameRate, long bitRate, double loss, int jitterMillis, int roundTripMillis) {}

    public MediaStatistics {
        rxVideo = List.copyOf(rxVideo);
        txVideo = List.copyOf(txVideo);
        alarms = alarms.isEmpty() ? Set.of() : EnumSet.copyOf(alarms);
    }

    /** What is measured on this leg now, apart from what others present. */
    public static MediaStatistics of(CallLeg leg, Instant now) {
        return of(leg, now, false);
    }

    /** What is measured on this leg now. @param presented whether somebody else presents */
    public static MediaStatistics of(CallLeg leg, Instant now, boolean presented) {
        return new Measuring(leg, now).all(presented);
    }

    /** Whether the endpoint of this leg shows 1080 lines, where it may. */
    static boolean fullHd(CallLeg leg) {
        return quality(leg) > LARGE_FROM;
    }

    /** Of the line, 0 to 1: it follows from the leg. */
    private static double quality(CallLeg leg) {
        return Chance.of(leg.id().getLeastSignificantBits()).unit();
    }

    private static final class Measuring {

        private final CallLeg leg;
        private final Instant now;
        private final double quality;
        private final boolean web;

        Measuring(CallLeg leg, Instant now) {
            this.leg = leg;
            this.now = now;
            this.quality = quality(leg);
            this.web = !leg.endpoint().kind().sip();
        }

        MediaStatistics all(boolean presented) {
            List<Video> received = new ArrayList<>();
            List<Video> sent = new ArrayList<>();
            if (leg.endpoint().kind().video() && leg.state() == LegState.CONNECTED) {
                if (!leg.is("rxVideoMute")) {
                    received.add(video("main", 1));
                }
                if (leg.presenting()) {
                    received.add(video("presentation", 2));
                }
                sent.add(video("main", 3));
                if (presented && !leg.deactivated()) {
                    sent.add(video("presentation", 11));
                }
            }
            return new MediaStatistics(web ? "AEAD_AES_128_GCM" : "AES_CM_128_HMAC_SHA1_80", audio(4), audio(5), received, sent, web ? 9 : 4, alarms());
        }

        private Set<Alarm> alarms() {
            Set<Alarm> raised = EnumSet.noneOf(Alarm.class);
            if (leg.state() == LegState.CONNECTED) {
                add(raised, Alarm.PACKET_LOSS, loss() > LOSS_WORTH_AN_ALARM);
                add(raised, Alarm.EXCESSIVE_JITTER, jitter(4) > JITTER_WORTH_AN_ALARM);
                add(raised, Alarm.HIGH_ROUND_TRIP_TIME, roundTrip() > ROUND_TRIP_WORTH_AN_ALARM);
            }
            return raised;
        }

        private static void add(Set<Alarm> raised, Alarm alarm, boolean holds) {
            if (holds) {
                raised.add(alarm);
            }
        }

        private Audio audio(int salt) {
            String codec = web ? "opus" : switch (leg.endpoint().kind()) {
                case PHONE -> "g711a";
                case LYNC -> "g722";
                default -> "aac";
            };
            long base = switch (codec) {
                case "opus" -> 48_000;
                case "aac" -> 64_000;
                default -> 80_000;
            };
            return new Audio(codec, tenth(loss()), jitter(salt), varied(base, salt), roundTrip(), 0.0);
        }

        private Video video(String role, int salt) {
            boolean presentation = "presentation".equals(role);
            boolean large = presentation || quality > LARGE_FROM;
            long base = presentation ? 900_000 : large ? 1_900_000 : 700_000;
            double rate = presentation ? 5 : 30 - 2 * wave(salt) * wave(salt);
            return new Video(role, web ? "vp8" : "h264", large ? 1920 : 1280, large ? 1080 : 720, tenth(rate), varied(base, salt), tenth(loss()), jitter(salt),
                    roundTrip());
        }

        private double loss() {
            return quality < 0.06 ? 1.5 + 1.5 * (1 + wave(6)) / 2 : quality < 0.3 ? Math.max(0, wave(7) * 0.4) : 0;
        }

        /** One leg in thirty comes over a line that is busy with other things. */
        private int jitter(int salt) {
            double shaky = quality > 0.06 && quality < 0.09 ? 28 * (1 + wave(9)) : 0;
            return (int) (2 + 6 * (1 - quality) * (1.2 + wave(salt)) + shaky);
        }

        /** One leg in fifty is far away. */
        private int roundTrip() {
            double far = quality > 0.09 && quality < 0.11 ? 340 : 0;
            return (int) (12 + 60 * (1 - quality) + far + 4 * wave(8) + (far > 0 ? 30 * wave(10) : 0));
        }

        private long varied(long base, int salt) {
            return Math.round(base * (1 + 0.12 * wave(salt)));
        }

        /** From -1 to 1, slowly up and down, for each salt in its own rhythm. */
        private double wave(int salt) {
            double seconds = (now.toEpochMilli() - leg.start().toEpochMilli()) / 1000.0;
            return Math.sin(seconds / (7 + 3 * salt) + quality * 20 + salt);
        }

        private static double tenth(double value) {
            return Math.round(value * 10) / 10.0;
        }
    }
}

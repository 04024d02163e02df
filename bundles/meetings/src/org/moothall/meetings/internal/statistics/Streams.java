package org.moothall.meetings.internal.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.CallStatistics.Direction;
import org.moothall.meetings.CallStatistics.Medium;
import org.moothall.meetings.CallStatistics.Stream;
import org.moothall.servers.spi.ApiElement;

/** What a Call Bridge tells of a leg's media: pure. @spec wire §1.11 */
public final class Streams {

    private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");

    private Streams() {}

    /** The streams in the details of a leg; none while it is not connected. */
    public static List<Stream> of(ApiElement leg) {
        List<Stream> streams = new ArrayList<>();
        leg.find("status").ifPresent(status -> status.children().forEach(child -> {
            switch (child.name()) {
                case "rxAudio" -> streams.add(stream(Direction.RECEIVE, Medium.AUDIO, child));
                case "txAudio" -> streams.add(stream(Direction.SEND, Medium.AUDIO, child));
                case "rxVideo" -> streams.add(stream(Direction.RECEIVE, video(child), child));
                case "txVideo" -> streams.add(stream(Direction.SEND, video(child), child));
                default -> { /* not media */ }
            }
        }));
        return streams;
    }

    private static Medium video(ApiElement stream) {
        return stream.attributes().getOrDefault("role", "main").equals("presentation") ? Medium.PRESENTATION : Medium.VIDEO;
    }

    private static Stream stream(Direction direction, Medium medium, ApiElement told) {
        return new Stream(direction, medium, told.text("codec"), whole(told.text("bitRate")), decimal(told.text("packetLossPercentage")),
                number(told.text("jitter")), number(told.text("roundTripTime")), number(told.text("width")), number(told.text("height")),
                decimal(told.text("frameRate")));
    }

    static @Nullable Long whole(String text) {
        return WHOLE.matcher(text).matches() ? Long.valueOf(text) : null;
    }

    static @Nullable Integer number(String text) {
        @Nullable Long value = whole(text);
        return value == null ? null : Integer.valueOf((int) Math.min(Integer.MAX_VALUE, value));
    }

    static @Nullable Double decimal(String text) {
        return DECIMAL.matcher(text).matches() ? Double.valueOf(text) : null;
    }
}

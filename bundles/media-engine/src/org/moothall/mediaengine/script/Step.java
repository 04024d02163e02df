package org.moothall.mediaengine.script;

import java.util.Map;

import org.moothall.mediaengine.EndReason;
import org.moothall.mediaengine.Endpoint;

/**
 * Something a scripted person does.
 *
 * @param at milliseconds since the beginning of the script
 * @param node the bridge it happens on, counted from 0
 * @param visit the stay in a meeting it belongs to; 0 for what concerns the whole meeting
 */
public record Step(long at, int node, long visit, Action action) {

    /** What it is. */
    public sealed interface Action {}

    /** Calls in. @param until when the person will leave; @param person the same for each stay of the same person */
    public record Join(Endpoint endpoint, Map<String, String> settings, long until, int person) implements Action {}

    /** Leaves, or is cut off. */
    public record Leave(EndReason reason) implements Action {}

    /** Mutes, unmutes, chooses a layout. */
    public record Change(Map<String, String> settings) implements Action {}

    /** Begins or stops to present. */
    public record Present(boolean on) implements Action {}

    /** Records, locks and the like. */
    public record ChangeCall(Map<String, String> settings) implements Action {}

    Step moved(long to) {
        return new Step(to, node, visit, action);
    }
}

package org.moothall.meetings.internal.actions;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.meetings.OperatorActions.Space;
import org.moothall.meetings.internal.find.Words;
import org.moothall.servers.spi.ApiElement;
import org.moothall.servers.spi.CallBridgeConnection;

/** Finds spaces as people call them. @spec wire §1.9 */
final class Spaces {

    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    /** As many rows as a bridge gives with one request. */
    private static final int ROWS = 50;
    private static final int NAMED = 5;

    private Spaces() {}

    /** Spaces whose name, address or number has words that begin like these, at most fifty, by name. */
    static List<Space> find(CallBridgeConnection bridge, String text) {
        Set<String> beginnings = Words.ofQuery(text);
        // the bridge looks for one piece of text as it is written, so it gets the longest word
        String filter = Stream.of(text.strip().split("\\s+")).max(Comparator.comparingInt(String::length)).orElse("");
        Map<String, String> page = Map.of("filter", filter, "limit", Integer.toString(ROWS));
        return bridge.get("coSpaces", page).children().stream().map(Spaces::space)
                .filter(space -> Words.match(Words.of(List.of(space.name(), space.address(), space.number())), beginnings))
                .sorted(Comparator.comparing(space -> Words.folded(space.name()))).toList();
    }

    /** The id of the one that is meant: by id, by whole name, address or number, else by beginnings of words. */
    static String one(CallBridgeConnection bridge, String wanted) {
        if (GUID.matcher(wanted).matches()) {
            return wanted;
        }
        String user = wanted.contains("@") ? wanted.substring(0, wanted.indexOf('@')) : wanted;
        List<Space> called = bridge.list("coSpaces", Map.of("filter", user)).stream().map(Spaces::space).filter(space -> is(space, wanted, user)).toList();
        List<Space> found = called.isEmpty() ? find(bridge, wanted) : called;
        if (found.size() != 1) {
            throw notOne(found);
        }
        return found.get(0).id();
    }

    private static ProblemException notOne(List<Space> found) {
        String names = found.stream().limit(NAMED).map(Space::name).collect(Collectors.joining(", "));
        return Problem.invalid("space", found.isEmpty() ? "there is no space of this name, address or number."
                : "several spaces are called that: give the id of the one that is meant. There are: " + names + (found.size() > NAMED ? " and others." : "."))
                .exception();
    }

    private static Space space(ApiElement told) {
        return new Space(told.id(), told.text("name"), told.text("uri"), told.text("callId"));
    }

    private static boolean is(Space space, String wanted, String user) {
        return space.name().equalsIgnoreCase(wanted) || space.address().equalsIgnoreCase(user) || space.number().equalsIgnoreCase(user);
    }
}

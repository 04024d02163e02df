package org.moothall.applianceprofiles.sizing;

import java.util.List;

import org.moothall.applianceprofiles.Figure;

/** Where the guide disagrees with itself. @param question what it answers twice @param readings at least two; one of them is used */
public record Disagreement(Role role, String question, List<Reading> readings) {

    public Disagreement {
        readings = List.copyOf(readings);
    }

    /** One answer. @param used whether the sizing goes on with it */
    public record Reading(String rule, String arithmetic, Figure result, boolean used) {}
}

package org.moothall.applianceprofiles.sizing;

import java.util.List;

import org.moothall.applianceprofiles.Figure;

/**
 * What a host carries in each role, taken alone, and how that was found.
 *
 * @param roles one answer for each role
 */
public record HostAnswer(List<Carried> roles, List<Step> steps, List<Disagreement> disagreements, List<Finding> findings) {

    public HostAnswer {
        roles = List.copyOf(roles);
        steps = List.copyOf(steps);
        disagreements = List.copyOf(disagreements);
        findings = List.copyOf(findings);
    }

    /**
     * A role of the host.
     *
     * @param role which
     * @param fits whether the host is what the role requires
     * @param reasons why it does not fit
     * @param loads how much of each thing it carries when there is nothing else; what is not stated has no value
     */
    public record Carried(Role role, boolean fits, List<String> reasons, List<Load> loads) {
        public Carried {
            reasons = List.copyOf(reasons);
            loads = List.copyOf(loads);
        }
    }

    /** How much of one thing. @param what call type, quality or the like, as the API writes it: {@code hd-720p30} */
    public record Load(String what, Figure most) {}
}

package org.moothall.applianceprofiles.sizing;

import org.moothall.applianceprofiles.Figure;

/**
 * One rule and what it gives.
 *
 * @param role which host it is about
 * @param rule in words
 * @param arithmetic as one would write it down: {@code 50 ÷ 2.5 = 20}
 * @param result with the rule's source
 * @param assumed whether it is ours because no guide states it
 */
public record Step(Role role, String rule, String arithmetic, Figure result, boolean assumed) {}

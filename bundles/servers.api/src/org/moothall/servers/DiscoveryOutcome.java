package org.moothall.servers;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;

/**
 * How adding one discovered Call Bridge went; the others are not held up by it.
 *
 * @param address {@code host:port} that was tried
 * @param callBridge what was added, or null
 * @param problem why it was not added, or null
 */
public record DiscoveryOutcome(String address, boolean added, @Nullable CallBridge callBridge, @Nullable Failure problem) {

    /** A problem as the API shows it. @param type its stable code */
    public record Failure(String type, String title, int status, String detail) {

        /** This problem in the API's form. */
        public static Failure of(Problem problem) {
            return new Failure(problem.code().code(), problem.code().title(), problem.code().status(), problem.detail());
        }
    }

    /** It was added. */
    public static DiscoveryOutcome added(String address, CallBridge callBridge) {
        return new DiscoveryOutcome(address, true, callBridge, null);
    }

    /** It was not. */
    public static DiscoveryOutcome failed(String address, Problem problem) {
        return new DiscoveryOutcome(address, false, null, Failure.of(problem));
    }
}

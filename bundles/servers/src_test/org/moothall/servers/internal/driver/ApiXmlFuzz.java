package org.moothall.servers.internal.driver;

import org.moothall.core.ProblemException;

/** What a fuzzer may answer in place of a Call Bridge: it is read or refused in words, twice the same. Run by {@code releng/fuzz}. */
final class ApiXmlFuzz {

    private static final String SOURCE = "bridge1:445";
    private static final int LONGEST_DETAIL = 500;

    private ApiXmlFuzz() {}

    /** One answer. */
    public static void fuzzerTestOneInput(byte[] answer) {
        if (!outcome(answer).equals(outcome(answer))) {
            throw new IllegalStateException("not read twice the same");
        }
    }

    private static String outcome(byte[] answer) {
        try {
            return ApiXml.parse(SOURCE, answer).toString();
        } catch (ProblemException e) {
            String detail = e.problem().detail();
            if (!detail.contains(SOURCE) || detail.length() > LONGEST_DETAIL) {
                throw new IllegalStateException("refused as " + detail, e);
            }
            return detail;
        }
    }
}

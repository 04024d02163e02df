package org.moothall.servers.internal.driver;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.net.HttpsPeer.Response;
import org.moothall.servers.ServersProblem;
import org.moothall.servers.spi.ApiElement;
import org.moothall.servers.spi.FailureReason;

/** Turns answers that are no success into problems that say what to do. */
final class Refusals {

    private static final int SNIFF = 200;
    private static final Map<String, String> REMEDIES = Map.of(
            "tooManyCdrReceivers", "All places for CDR receivers are taken; remove one of them on the Call Bridge",
            "databaseNotReady", "Its database is not ready; wait, or look at the database cluster",
            "participantLimitReached", "The meeting has as many participants as it may have",
            "recordingNotAllowedByLicensing", "Recording is not licensed on this Call Bridge",
            "streamingNotAllowedByLicensing", "Streaming is not licensed on this Call Bridge",
            "callBridgeUnavailable", "Another Call Bridge of the cluster that is needed for this does not answer");

    private final String source;

    Refusals(String source) {
        this.source = source;
    }

    ProblemException of(Response response) {
        int status = response.status();
        if (status == 401 || status == 403) {
            return Problem.of(ServersProblem.CREDENTIALS_REFUSED, source
                    + " refused the user name or password. Use an account with the api or admin role, and check that it is not locked or expired.").exception();
        }
        if (status == 503) {
            return refused(source + " is too busy to answer (status 503). It is asked again later.");
        }
        if (looksLikeHtml(response) && status < 500) {
            return notACallBridge(status);
        }
        if (status >= 500) {
            return refused(source + " answered with the error " + status + ". Look at its own log; if it stays, restart its Call Bridge.");
        }
        if (status == 400 || status == 404) {
            return details(response);
        }
        return notACallBridge(status);
    }

    /** A success that is none: a web page where XML was due. */
    ProblemException webPage(int status) {
        return notACallBridge(status);
    }

    static boolean looksLikeHtml(Response response) {
        if (response.headers().getOrDefault("content-type", "").toLowerCase(Locale.ROOT).contains("html")) {
            return true;
        }
        String start = new String(response.body(), 0, Math.min(SNIFF, response.body().length), StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }

    private ProblemException details(Response response) {
        if (response.body().length == 0) {
            return response.status() == 404 ? notACallBridge(404)
                    : refused(source + " refused the request (status " + response.status() + ") without a reason.");
        }
        ApiElement root = ApiXml.parse(source, response.body());
        if (!root.name().equals("failureDetails") || root.children().isEmpty()) {
            return notACallBridge(response.status());
        }
        return refusedFor(root.children().getFirst());
    }

    private ProblemException refusedFor(ApiElement reason) {
        String word = reason.name();
        String known = REMEDIES.get(word);
        String parameter = reason.attributes().getOrDefault("parameter", "");
        String detail = source + " refused the request: " + (known == null ? words(word) : known)
                + (parameter.isEmpty() ? "" : ", in " + parameter) + " (" + word + ").";
        return new Problem(ServersProblem.REFUSED_BY_BRIDGE, detail, null, List.of(FailureReason.asViolation(word))).exception();
    }

    /** {@code tooManyCdrReceivers} as people write it: "too many CDR receivers". */
    static String words(String camelCase) {
        String spaced = camelCase.replace("coSpace", "space").replace("CoSpace", "Space").replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return spaced.replaceAll("\\bcdr\\b", "CDR").replaceAll("\\bsip\\b", "SIP").replaceAll("\\buri\\b", "URI").replaceAll("\\bldap\\b", "LDAP")
                .replaceAll("\\bivr\\b", "IVR").replaceAll("\\bid\\b", "ID").replaceAll("\\bdtmf\\b", "DTMF").replaceAll("\\bcall bridge\\b", "Call Bridge");
    }

    private ProblemException notACallBridge(int status) {
        return Problem.of(ServersProblem.NOT_A_CALL_BRIDGE, "What answers at " + source + " is not the API of a Call Bridge (status " + status
                + "). Check the port: it is the one of the Web Admin interface.").exception();
    }

    private static ProblemException refused(String detail) {
        return Problem.of(ServersProblem.REFUSED_BY_BRIDGE, detail).exception();
    }
}

package org.moothall.net.internal;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.net.NetProblem;

/** Turns what the network layers throw into problems that a person understands. */
final class Failures {

    private final String peer;
    private final Duration timeout;

    Failures(URI base, Duration timeout) {
        this.peer = base.getAuthority();
        this.timeout = timeout;
    }

    Failures(String host, int port, Duration timeout) {
        this.peer = host + ":" + port;
        this.timeout = timeout;
    }

    ProblemException timeout() {
        return problem(NetProblem.TIMEOUT, peer + " gave no whole answer within " + seconds() + " seconds. Check that the machine runs, is not overloaded, "
                + "and that no firewall drops the connection.").exception();
    }

    ProblemException problem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Problem problem = recognised(cause);
            if (problem != null) {
                return new ProblemException(problem, failure);
            }
        }
        return new ProblemException(problem(NetProblem.BROKEN, "The connection to " + peer + " broke before the answer was whole. Try again; "
                + "if it stays, look at the machine's own log."), failure);
    }

    private @Nullable Problem recognised(Throwable cause) {
        return switch (cause) {
            case ProblemException known -> known.problem();
            case CertificateProblems.Untrusted untrusted -> untrusted.problem();
            case BoundedBody.TooLarge large -> problem(NetProblem.ANSWER_TOO_LARGE, "The answer of " + peer + " is longer than " + large.limit()
                    + " bytes, which no answer of the expected service is. Check address and port.");
            case HttpTimeoutException e -> timeout().problem();
            case SocketTimeoutException e -> timeout().problem();
            case TimeoutException e -> timeout().problem();
            case UnknownHostException e -> unknownHost();
            case UnresolvedAddressException e -> unknownHost();
            case NoRouteToHostException e -> refused("There is no route to " + peer + ".");
            case ConnectException e when !(e.getCause() instanceof UnresolvedAddressException) && !(e.getCause() instanceof ConnectException) -> refused(
                    peer + " refused the connection.");
            case WebSocketHandshakeException e -> problem(NetProblem.NOT_UNDERSTOOD, peer + " answered the request for a WebSocket with status "
                    + e.getResponse().statusCode() + ".");
            case ProtocolException e -> notUnderstood();
            case SSLException e when e.getCause() == null || !(e.getCause() instanceof java.io.IOException) && untrusted(e) == null -> tls(e);
            case CancellationException e -> problem(NetProblem.BROKEN, "The connection to " + peer + " was closed here.");
            default -> null;
        };
    }

    private Problem tls(SSLException e) {
        CertificateProblems.Untrusted untrusted = untrusted(e);
        if (untrusted != null) {
            return untrusted.problem();
        }
        if (e.getCause() instanceof EOFException) {
            return problem(NetProblem.BROKEN, peer + " ended the connection during the TLS handshake.");
        }
        return problem(NetProblem.NOT_UNDERSTOOD, peer + " does not speak TLS 1.2 or 1.3 in a way both sides accept. Check that the port is that of an "
                + "HTTPS service.");
    }

    private static CertificateProblems.@Nullable Untrusted untrusted(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateProblems.Untrusted found) {
                return found;
            }
        }
        return null;
    }

    private Problem unknownHost() {
        return problem(NetProblem.UNKNOWN_HOST, "The name in " + peer + " has no address. Check its spelling and the DNS servers of this machine.");
    }

    private Problem refused(String what) {
        return problem(NetProblem.CONNECTION_REFUSED, what + " Check address and port, that the service runs, and that no firewall is between.");
    }

    private Problem notUnderstood() {
        return problem(NetProblem.NOT_UNDERSTOOD, peer + " answered with something that is not HTTP. Check address and port.");
    }

    private static Problem problem(NetProblem code, String detail) {
        return Problem.of(code, detail);
    }

    private String seconds() {
        double value = timeout.toMillis() / 1000.0;
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}

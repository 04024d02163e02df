package org.moothall.net.internal;

import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;

import org.moothall.core.Problem;
import org.moothall.core.ProblemCode;
import org.moothall.net.NetProblem;

/** Says what is wrong with the certificate of one peer, with what a person needs to decide what to do. */
final class CertificateProblems {

    private final String peer;
    private final String host;

    CertificateProblems(URI base) {
        this.peer = base.getAuthority();
        this.host = base.getHost();
    }

    void checkValidity(X509Certificate leaf) throws Untrusted {
        try {
            leaf.checkValidity();
        } catch (CertificateExpiredException e) {
            throw untrusted("The certificate of " + peer + " expired on " + leaf.getNotAfter().toInstant()
                    + ". Renew it there, or confirm its fingerprint " + shown(leaf) + " if you know it is the right one.");
        } catch (CertificateNotYetValidException e) {
            throw untrusted("The certificate of " + peer + " is not valid before " + leaf.getNotBefore().toInstant()
                    + ". Check the clocks of both machines; if they are right, wait or replace the certificate.");
        }
    }

    Untrusted otherName(X509Certificate leaf) {
        List<String> names = Certificates.names(leaf);
        String told = names.isEmpty() ? "has no subject alternative names (a common name alone does not count)"
                : "is for " + String.join(", ", names) + ", not for " + host;
        return untrusted("The certificate of " + peer + " " + told + ". Use a name that is in the certificate as the address, replace the certificate, "
                + "or confirm its fingerprint " + shown(leaf) + ".");
    }

    Untrusted unknownAuthority(X509Certificate leaf, CertificateException cause) {
        String issuer = leaf.getIssuerX500Principal().equals(leaf.getSubjectX500Principal()) ? "is self-signed"
                : "was issued by " + leaf.getIssuerX500Principal().getName() + ", which leads to no authority that is trusted here";
        Untrusted problem = untrusted("The certificate of " + peer + " " + issuer + ". Add its authority's certificate, or confirm its fingerprint "
                + shown(leaf) + " after comparing it on the machine itself.");
        problem.initCause(cause);
        return problem;
    }

    Untrusted changed(X509Certificate leaf, String pinned) {
        return new Untrusted(NetProblem.CERTIFICATE_CHANGED, "The certificate of " + peer + " is not the one that was confirmed. Confirmed: "
                + spaced(pinned) + "; shown now: " + shown(leaf) + " (valid until " + leaf.getNotAfter().toInstant()
                + "). If it was replaced on purpose, compare the new fingerprint on the machine itself and confirm it.");
    }

    private static Untrusted untrusted(String detail) {
        return new Untrusted(NetProblem.CERTIFICATE_NOT_TRUSTED, detail);
    }

    private static String shown(X509Certificate leaf) {
        return spaced(Certificates.fingerprint(leaf));
    }

    private static String spaced(String fingerprint) {
        return fingerprint.toUpperCase(Locale.ROOT).replaceAll("(..)(?!$)", "$1:");
    }

    /** A refused certificate, with the problem to show. */
    static final class Untrusted extends CertificateException {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        Untrusted(ProblemCode code, String detail) {
            super(detail);
            problem = Problem.of(code, detail);
        }

        Problem problem() {
            return problem;
        }
    }
}

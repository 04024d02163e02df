package org.moothall.client;

import org.moothall.net.NetProblem;

/** What a failure says of a peer's certificate; where there is doubt, a person may look at the certificate and confirm it. */
public enum CertificateDoubt {
    /** The failure is not about the certificate. */
    NONE,
    /** Not trusted, expired or for another name. */
    NOT_TRUSTED,
    /** Another one than was confirmed. */
    CHANGED;

    /** Of the code of a problem. */
    public static CertificateDoubt of(String code) {
        if (code.equals(NetProblem.CERTIFICATE_CHANGED.code())) {
            return CHANGED;
        }
        return code.equals(NetProblem.CERTIFICATE_NOT_TRUSTED.code()) ? NOT_TRUSTED : NONE;
    }
}

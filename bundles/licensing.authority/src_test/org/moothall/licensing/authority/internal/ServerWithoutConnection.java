package org.moothall.licensing.authority.internal;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.UUID;

import org.moothall.licensing.authority.Instances;
import org.moothall.licensing.authority.codes.Code;
import org.moothall.licensing.authority.codes.PublicKeyBytes;
import org.moothall.licensing.authority.codes.SignedCode;

/** A server as its administrator sees it who carries codes: it makes some and reads those of the authority. */
final class ServerWithoutConnection {

    final UUID id = UUID.randomUUID();
    private final KeyPair pair = pair();
    private final Clock clock;
    private final Instances authority;
    private UUID request = UUID.randomUUID();

    ServerWithoutConnection(Instances authority, Clock clock) {
        this.authority = authority;
        this.clock = clock;
    }

    PublicKeyBytes key() {
        return PublicKeyBytes.of(pair.getPublic());
    }

    String requestCode() {
        request = UUID.randomUUID();
        return sign(new Code.Request(id, clock.instant(), request, key(), "server of the north wing"));
    }

    /** What this code grants, once it is sure that the authority made it for this server. */
    Code.Authorization installed(String authorizationCode) {
        Code.Authorization code = (Code.Authorization) SignedCode.read(authorizationCode).verify(authority.key().key());
        if (!code.instance().equals(id) || !code.request().equals(request)) {
            throw new AssertionError("the code is for another request: " + code);
        }
        return code;
    }

    String confirmationCode(int sequence) {
        return sign(new Code.Confirmation(id, clock.instant(), request, sequence));
    }

    String returnCode(int sequence) {
        return sign(new Code.Return(id, clock.instant(), request, sequence));
    }

    private String sign(Code code) {
        return SignedCode.sign(code, pair.getPrivate()).toString();
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}

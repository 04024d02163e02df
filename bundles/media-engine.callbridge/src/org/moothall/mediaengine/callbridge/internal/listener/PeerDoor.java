package org.moothall.mediaengine.callbridge.internal.listener;

import java.util.Optional;

/** Where other bridges come in. */
public interface PeerDoor {

    /** The answer to a peer's message, empty when the secret is wrong. */
    Optional<Answer> answer(String authorization, byte[] body);

    /** An answer to a peer. */
    record Answer(int status, byte[] body) {}
}

package org.moothall.client;

import java.time.Clock;

import org.moothall.client.internal.SigningIn;
import org.moothall.core.Executors;
import org.moothall.net.Https;

/** Makes the way in where there is no OSGi: in the command line and in tests. */
public final class ClientsFactory {

    private ClientsFactory() {}

    /** A way in over these connections and threads. */
    public static Clients create(Https https, Executors executors, Clock clock) {
        return new SigningIn(https, executors, clock);
    }
}

package org.moothall.net;

import org.moothall.net.internal.JdkHttps;

/** Makes an {@link Https} where there is no OSGi: in the command line, in clients and in tests. */
public final class HttpsFactory {

    private HttpsFactory() {}

    /** A new one; whoever made peers with it closes them. */
    public static Https create() {
        return new JdkHttps();
    }
}

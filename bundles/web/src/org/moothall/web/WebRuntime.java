package org.moothall.web;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The HTTPS listener. Nothing listens until the application calls {@link #open}: by then authentication and every resource
 * that was registered are in place. There is no plain HTTP port. Service; thread-safe.
 */
public interface WebRuntime {

    /**
     * Waits until authentication and resources are in place, then opens the port. Call once.
     *
     * @param address name or address to listen on, for example {@code 127.0.0.1}, {@code ::} for all
     * @param port 0 for any free one
     * @param patience how long to wait for the resources
     * @return where clients find it, for example {@code https://127.0.0.1:8443}
     * @throws org.moothall.core.ProblemException {@link WebProblem#PORT_IN_USE}, {@link WebProblem#ADDRESS_NOT_HERE},
     *         {@link WebProblem#PORT_NOT_ALLOWED} or {@link WebProblem#NOT_READY}
     */
    URI open(String address, int port, Duration patience);

    /** The PEM file of the authority that clients verify this server with; there once the port is open. */
    Path authority();
}

package org.moothall.web;

import java.net.URI;

/**
 * Where this server listens; registered as a service by the application once the port is open.
 *
 * @param url {@code https://host:port}; the host is what it was told to listen on, which may stand for all addresses
 */
public record ListenAddress(URI url) {}

package org.moothall.client;

import org.moothall.core.ProblemCode;

/** A kind of failure that this client has no name for: of a newer server, or of a partner's plug-in. */
public record RemoteProblem(String code, int status, String title) implements ProblemCode {}

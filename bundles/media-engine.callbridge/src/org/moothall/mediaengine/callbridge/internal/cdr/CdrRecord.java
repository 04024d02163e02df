package org.moothall.mediaengine.callbridge.internal.cdr;

import java.time.Instant;

/** A record as all receivers get it. @param content the one element inside */
record CdrRecord(String type, Instant time, String content) { }

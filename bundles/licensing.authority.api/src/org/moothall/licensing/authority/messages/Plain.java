package org.moothall.licensing.authority.messages;

import java.time.Instant;

/** A registered server renews or ends its registration: the path says which. @param at when it was said; later than what it said before */
public record Plain(Instant at) {}

package org.moothall.licensing.authority;

import java.time.Instant;

/**
 * Lets servers register in a virtual account. Its text is shown once, when it is issued.
 *
 * @param exportControlled whether servers registered with it may use export-controlled functions (strong encryption)
 * @param usesLeft how many registrations it is still good for
 * @param by who issued it
 */
public record Token(TokenId id, VirtualAccountId virtualAccount, boolean exportControlled, int usesLeft, Instant issued, Instant expires, String by) {}

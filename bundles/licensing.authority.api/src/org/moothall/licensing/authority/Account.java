package org.moothall.licensing.authority;

import org.moothall.core.Versioned;

/**
 * An organisation that buys licences.
 *
 * @param reservation whether its instances may reserve licences for use without a connection
 * @param version grows with each change; the ETag
 */
public record Account(AccountId id, String name, boolean reservation, long version) implements Versioned {}

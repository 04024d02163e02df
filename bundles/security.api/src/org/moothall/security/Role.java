package org.moothall.security;

/** What a user is in this product. */
public enum Role {
    /** Does everything. */
    ADMINISTRATOR,
    /** Runs meetings; sees what is needed for that and changes nothing else. */
    OPERATOR
}

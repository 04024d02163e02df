package org.moothall.core;

/** An object whose version grows with each change, so that nobody overwrites what someone else changed. The API shows it as ETag. */
public interface Versioned {

    /** The version, from 1. */
    long version();
}

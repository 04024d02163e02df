package org.moothall.core;

import java.nio.file.Path;

/**
 * This running program: who it is and where its state lives. The application registers it as a service once its
 * arguments are read; components that touch the disk or the network refer to it and so start after it.
 */
public interface Instance {

    /** Name of this instance in leases, logs and the audit trail. */
    String name();

    /** The directory that holds all state; exists, readable by the owner alone. */
    Path data();

    /** A directory below {@link #data()} for this purpose, created when missing. */
    Path directory(String purpose);
}

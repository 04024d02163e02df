package org.moothall.applianceprofiles;

/** The two configurations of Edge servers. @spec installation-guide §D.2.1 */
public enum EdgeSize {
    /** Of 4 virtual CPUs. */
    SMALL,
    /** Of 16 virtual CPUs. */
    LARGE
}

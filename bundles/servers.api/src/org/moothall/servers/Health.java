package org.moothall.servers;

/** How something is, best first. */
public enum Health { OK, UNKNOWN, WARNING, ERROR }

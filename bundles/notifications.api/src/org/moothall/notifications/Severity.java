package org.moothall.notifications;

/** How bad a condition is, best first. */
public enum Severity { INFORMATION, WARNING, ERROR }

package org.moothall.core;

/** How to sign in somewhere. */
public record Credentials(String user, Secret password) {}

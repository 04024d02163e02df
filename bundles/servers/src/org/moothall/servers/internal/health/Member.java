package org.moothall.servers.internal.health;

/** A member of a cluster as one of its bridges names it. @param address {@code https://host:port}, may be empty */
public record Member(String guid, String name, String address) {}

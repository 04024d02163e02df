package org.moothall.servers;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Secret;
import org.moothall.core.Trust;

/**
 * What is needed to add a Call Bridge.
 *
 * @param address {@code host}, {@code host:port}, {@code [IPv6]} or {@code [IPv6]:port}; the port defaults to 443
 * @param name display name, or null for its name in its cluster, the address when it is in none
 * @param trust how to judge its certificate, or null for the system's authorities
 * @param clusterName name of the cluster when this makes a new one, or null for the bridge's name
 */
public record NewCallBridge(String address, String user, Secret password, @Nullable String name, @Nullable Trust trust, @Nullable String clusterName) {}

/** Moothall servers: clusters, Call Bridges, health. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.servers.internal;

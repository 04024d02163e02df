/** Asks Call Bridges how they are and decides what that means; the decisions are plain functions. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.servers.internal.health;

/** How well people are connected: what bridges tell while somebody looks, and what the end of a leg told. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.meetings.internal.statistics;

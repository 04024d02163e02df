/** What was: any past instant of a meeting, and its event log. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.meetings.internal.history;

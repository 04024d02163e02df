/** Moothall meetings: intake, live state, actions. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.meetings.internal;

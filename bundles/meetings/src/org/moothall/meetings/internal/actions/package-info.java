/** What operators do: to whom, on which bridge, how it went, and how to undo it. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.meetings.internal.actions;

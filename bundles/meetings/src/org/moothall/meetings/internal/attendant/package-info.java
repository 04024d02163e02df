/** What we do in meetings by ourselves: ask who may let others in and in which mode a meeting is locked, and give newcomers the layout that is preset. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.meetings.internal.attendant;

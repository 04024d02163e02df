/** Searching and ordering of lists: the same in memory and in both stores. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.meetings.internal.find;

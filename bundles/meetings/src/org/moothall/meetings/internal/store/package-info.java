/** SQL of meetings, participants and call detail records. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.meetings.internal.store;

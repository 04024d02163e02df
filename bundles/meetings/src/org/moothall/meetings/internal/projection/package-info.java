/** What Call Bridges told, folded into one state per meeting: plain classes, one writer, no framework. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.meetings.internal.projection;

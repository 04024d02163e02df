/** What is the case now, ready to be listed and searched. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.meetings.internal.live;

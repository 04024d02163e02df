/** What we ask of each Call Bridge: records, events, reads. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.meetings.internal.link;

/** What partners implement to add to meetings. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.meetings.spi;

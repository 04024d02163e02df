/** What operators share among themselves about meetings. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.meetings.internal.desk;

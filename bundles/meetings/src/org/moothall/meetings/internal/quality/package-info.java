/** The quality inbox: who is badly connected, for how long, and why. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.meetings.internal.quality;

/** Moothall meetings pages. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.meetings.ui.internal;

/** Moothall notifications. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.notifications.internal;

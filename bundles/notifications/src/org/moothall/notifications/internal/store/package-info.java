/** Moothall notifications: store. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.notifications.internal.store;

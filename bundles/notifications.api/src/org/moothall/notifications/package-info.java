/** Moothall notification contracts. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.notifications;

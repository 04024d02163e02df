/** Moothall notifications: rest. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.notifications.internal.rest;

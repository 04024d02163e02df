/** Sends change events to whoever subscribed. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.webhooks.internal;

/** The events channel: subscriptions and what they are told. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.mediaengine.callbridge.internal.events;

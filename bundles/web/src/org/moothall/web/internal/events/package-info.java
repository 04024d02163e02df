/** Moothall web: the event stream. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.web.internal.events;

/** Moothall web: everything inbound. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.web.internal;

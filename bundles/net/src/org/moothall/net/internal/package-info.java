/** Moothall net: everything outbound. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.net.internal;

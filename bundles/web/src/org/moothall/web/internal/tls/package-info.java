/** Moothall web: the server's key and certificates. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.web.internal.tls;

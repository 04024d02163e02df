/** Moothall client of the server API. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.client;

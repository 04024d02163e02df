/** Moothall servers contracts. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.servers;

/** Moothall licensing contracts. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.licensing;

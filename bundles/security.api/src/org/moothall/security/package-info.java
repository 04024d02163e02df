/** Moothall security contracts. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.security;

/** Moothall node application. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.node.internal;

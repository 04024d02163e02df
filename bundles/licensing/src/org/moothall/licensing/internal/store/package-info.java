/** What licensing keeps. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.licensing.internal.store;

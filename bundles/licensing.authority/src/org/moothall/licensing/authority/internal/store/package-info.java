/** The licensing authority on disk. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.licensing.authority.internal.store;

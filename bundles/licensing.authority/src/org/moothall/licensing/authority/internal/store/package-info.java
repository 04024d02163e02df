/** The licensing authority on disk: every code and message is judged and answered in one transaction. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.licensing.authority.internal.store;

/** Moothall webhooks contracts. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.webhooks;

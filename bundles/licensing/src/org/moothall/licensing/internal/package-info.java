/** The licensing domain. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.licensing.internal;

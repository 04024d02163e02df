/** Reading usage from Call Bridges. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.licensing.internal.collect;

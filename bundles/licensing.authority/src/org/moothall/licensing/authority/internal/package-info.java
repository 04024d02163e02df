/** What the licensing authority does. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.licensing.authority.internal;

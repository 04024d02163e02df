/** What the licensing authority signs with, tells and declares. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.licensing.authority.internal;

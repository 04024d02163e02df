/** Moothall workbench application. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.workbench.internal;

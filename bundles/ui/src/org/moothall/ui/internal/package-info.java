/** Moothall shared user interface. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.ui.internal;

/** How the shared widgets are made. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.ui.internal;

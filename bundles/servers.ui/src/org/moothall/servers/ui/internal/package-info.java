/** Moothall servers pages. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.servers.ui.internal;

/** Speaks the API of a Call Bridge. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.servers.internal.driver;

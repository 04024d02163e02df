/** What connectors to licence authorities and other kinds of Meeting Server implement. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.licensing.spi;

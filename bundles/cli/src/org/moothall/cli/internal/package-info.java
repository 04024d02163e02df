/** Moothall command line. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.cli.internal;

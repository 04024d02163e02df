/** Moothall server application. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.headless.internal;

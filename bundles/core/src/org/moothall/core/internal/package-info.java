/** The services of the core: executors, change events, clock. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.core.internal;

/** Moothall web: figures for Prometheus. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.web.internal.metrics;

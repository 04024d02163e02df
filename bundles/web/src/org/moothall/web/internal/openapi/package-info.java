/** Moothall web: the API document. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.web.internal.openapi;

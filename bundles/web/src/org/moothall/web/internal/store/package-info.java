/** SQL of what the API keeps of requests. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.web.internal.store;

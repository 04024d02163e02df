/** How the client speaks with the server. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.client.internal;

/**
 * Typed client of the server's API: sign-in, pages, problems, changes as they happen. Runs with and without OSGi.
 * Start at {@link org.moothall.client.Clients}.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.client;

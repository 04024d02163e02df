/** REST resources of the servers domain. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.servers.internal.rest;

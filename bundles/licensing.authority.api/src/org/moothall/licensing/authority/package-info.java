/** The authority that licenses our own nodes, and nothing else: accounts, tokens, instances, reservations. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.licensing.authority;

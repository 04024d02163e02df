/** The codes that people carry between a server without a connection and the authority. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.licensing.authority.codes;

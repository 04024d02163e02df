/** Tests against real counterparts from Debian's packages. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.peers.tests;

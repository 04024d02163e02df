/** Call Bridges that tell the built server a script of records, and a naive judge of what the server must know then. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.testkit.intake;

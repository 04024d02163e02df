/** Moothall meetings contracts. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.meetings;

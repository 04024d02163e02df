/** Macros: several commands over several meetings as one click. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.meetings.internal.macros;

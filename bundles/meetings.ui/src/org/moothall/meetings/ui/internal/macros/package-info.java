/** The Macros page: several commands over several meetings as one click, made by hand or by recording. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.meetings.ui.internal.macros;

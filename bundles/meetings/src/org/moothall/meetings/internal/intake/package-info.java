/** How call detail records come in: over HTTPS, onto disk, then on. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.meetings.internal.intake;

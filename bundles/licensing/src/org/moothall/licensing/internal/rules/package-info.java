/** The rules of licences, as arithmetic: no clock, no store, no network. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.licensing.internal.rules;

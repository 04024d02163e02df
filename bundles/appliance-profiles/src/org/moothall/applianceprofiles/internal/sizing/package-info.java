/** The sizing arithmetic: plain classes, no state. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.applianceprofiles.internal.sizing;

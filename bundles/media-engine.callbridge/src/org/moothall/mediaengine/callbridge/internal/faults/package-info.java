/** What goes wrong on purpose in a lab. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.mediaengine.callbridge.internal.faults;

/** How this server comes by its licences where nothing is connected to anything. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.licensing.internal.registration;

/** What the node tells of licences, and how they are set. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.mediaengine.callbridge.internal.licensing;

/** Moothall media engine: Call Bridge API, CDRs, events. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.mediaengine.callbridge;

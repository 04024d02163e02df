/** Moothall media engine: the conference core of the node. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.mediaengine;

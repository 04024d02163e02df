/** Scripted people: who meets whom, when and how, the same on every bridge. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.mediaengine.script;

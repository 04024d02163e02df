/** The configuration that the API keeps: profiles, rules, templates and the like, each collection described by a table. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.mediaengine.callbridge.internal.objects;

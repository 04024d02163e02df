/** JSON as both ends of our wire write and read it. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.core.json;

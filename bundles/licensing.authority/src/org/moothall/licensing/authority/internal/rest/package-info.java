/** REST resources of the licensing authority. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.licensing.authority.internal.rest;

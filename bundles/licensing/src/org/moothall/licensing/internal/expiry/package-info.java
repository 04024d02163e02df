/** Expiry of licences on clusters: read on all, set on our own. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.licensing.internal.expiry;

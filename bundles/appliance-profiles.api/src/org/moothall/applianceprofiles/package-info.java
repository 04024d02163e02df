/** What each platform carries, as the guides state it. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.applianceprofiles;

/** What demand needs, and what a host carries. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.applianceprofiles.sizing;

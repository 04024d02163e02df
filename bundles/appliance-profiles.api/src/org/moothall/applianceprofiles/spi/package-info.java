/** For whoever knows more platforms. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.applianceprofiles.spi;

/** Fakes and fixtures that tests of every bundle share. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.testkit;

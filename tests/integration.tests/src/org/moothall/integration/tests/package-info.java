/** Moothall integration tests: the real components in a real framework. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.integration.tests;

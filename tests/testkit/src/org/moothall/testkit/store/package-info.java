/** Stores for the tests of every bundle but the store's own. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.testkit.store;

/** The rules of the house as tests: they read manifests, class files and the assembled products. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.architecture.tests;

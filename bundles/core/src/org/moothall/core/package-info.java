/** Values and contracts that every layer shares: problems, pages, quantities, executors, change events. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.core;

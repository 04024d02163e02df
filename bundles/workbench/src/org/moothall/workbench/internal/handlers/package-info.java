/** What commands do: one small class each, named in {@code Application.e4xmi}. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.workbench.internal.handlers;

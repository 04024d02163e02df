/** The workbench driven in a real window, with a real server; screenshots are kept. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.ui.tests;

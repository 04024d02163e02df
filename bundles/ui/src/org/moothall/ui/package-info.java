/** What a page of the workbench needs: how it registers itself, where it stands, what it may tell the user. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.ui;

/** The look: named tones, text sizes, icons, and the drawn widgets that all pages share. For the UI thread only. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.ui.widgets;

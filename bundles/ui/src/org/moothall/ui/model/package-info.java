/** View models: observable values, live rows, texts for values. Free of SWT, so that they are tested without a display. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.ui.model;

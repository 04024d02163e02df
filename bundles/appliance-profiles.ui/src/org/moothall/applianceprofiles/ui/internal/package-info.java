/** The Sizing page. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.applianceprofiles.ui.internal;

/** Moothall appliance profiles: who knows them and how they are declared. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.applianceprofiles.internal;

/** REST resources of the appliance profiles domain. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.applianceprofiles.internal.rest;

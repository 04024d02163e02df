/** What comes in over HTTPS: resources (translate, check the permission, call the service) and the door for records. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.meetings.internal.rest;

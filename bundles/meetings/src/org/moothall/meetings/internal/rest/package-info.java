/** Meetings and their settings in the API. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.meetings.internal.rest;

/** The Call Bridge API: requests in, XML out; knows no web server. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.mediaengine.callbridge.internal.api;

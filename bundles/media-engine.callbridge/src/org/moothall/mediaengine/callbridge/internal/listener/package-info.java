/** The one HTTPS port: API, events and peers. The only place that knows the web server. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.mediaengine.callbridge.internal.listener;

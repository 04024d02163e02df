/** Call detail records: written, queued for each receiver, sent until acknowledged. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.mediaengine.callbridge.internal.cdr;

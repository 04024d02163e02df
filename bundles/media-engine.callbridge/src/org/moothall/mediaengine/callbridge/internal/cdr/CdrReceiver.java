package org.moothall.mediaengine.callbridge.internal.cdr;

import java.util.UUID;

/** Where records go. @param uri empty for none */
record CdrReceiver(UUID id, String uri) {}

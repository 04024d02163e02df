package org.moothall.web.internal.events;

/** A journal entry as it goes out, encoded once for all subscribers. */
record Framed(long id, String type, String json) {}

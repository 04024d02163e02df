package org.moothall.mediaengine;

import java.util.UUID;

/** Somebody of the directory who may sign in to the web app. @param jid the address that is the name */
public record User(UUID id, String jid, String name, String email) {}

package org.moothall.core;

/**
 * Declares a type of {@link ChangeEvent}; each domain registers its types as services, so that who may see an event is known
 * before the first one is sent. Events of undeclared types reach nobody outside.
 *
 * @param type as in {@link ChangeEvent#type()}
 * @param permission name of the permission that lets a user see it, for example {@code meetings.read}
 */
public record EventType(String type, String permission) {}

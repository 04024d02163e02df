package org.moothall.core;

/**
 * Declares a type of {@link ChangeEvent}; each domain registers its types as services, so that who may see an event is known
 * before the first one is sent. Events of undeclared types reach nobody outside.
 *
 * @param type as in {@link ChangeEvent#type()}
 * @param permission name of the permission that lets a user see it, for example {@code meetings.read}
 * @param urgent whether those who listen hear it also while the store takes nothing: then first without an id, and with one as soon as it is kept. For
 *        few events only, whose data says all there is to know, since it may be heard twice
 */
public record EventType(String type, String permission, boolean urgent) {

    /** An event that is told when it is kept. */
    public EventType(String type, String permission) {
        this(type, permission, false);
    }
}

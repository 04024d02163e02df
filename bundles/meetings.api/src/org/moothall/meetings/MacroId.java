package org.moothall.meetings;

import org.moothall.core.Id;

/** Identifies a macro. */
public record MacroId(String value) implements Id {
    public MacroId {
        Id.checked(value);
    }
}

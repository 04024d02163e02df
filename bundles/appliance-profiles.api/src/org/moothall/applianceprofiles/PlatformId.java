package org.moothall.applianceprofiles;

import org.moothall.core.Id;

/** Identifies a platform, for example {@code meeting-server-1000-m5v2}; kebab-case, the same for ever. */
public record PlatformId(String value) implements Id {

    /** A virtual machine on a host of one's own: its capacity follows from the host's processor. */
    public static final PlatformId VIRTUAL_MACHINE = new PlatformId("virtual-machine");

    public PlatformId {
        Id.checked(value);
    }
}

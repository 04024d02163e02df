package org.moothall.applianceprofiles.spi;

import java.util.List;

import org.moothall.applianceprofiles.ApplianceProfile;

/**
 * Whoever knows platforms registers one of these as a service: they are listed, sized and judged like the guide's. A platform whose id is
 * already known is left out and a warning logged; the guide's come first.
 */
public interface ProfileSource {

    /** The platforms; always the same, asked for once. */
    List<ApplianceProfile> profiles();
}

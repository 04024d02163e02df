package org.moothall.applianceprofiles;

/**
 * Where a figure or rule stands.
 *
 * @param document the guide, or whatever a plug-in's figures come from
 * @param place table or section in it
 */
public record Source(String document, String place) {

    /** The guide that the figures of this domain come from. */
    public static final String INSTALLATION_GUIDE = "Meeting Server 3.8 installation guide";

    /** A table or section of the installation guide. */
    public static Source guide(String place) {
        return new Source(INSTALLATION_GUIDE, place);
    }

    @Override
    public String toString() {
        return document + ", " + place;
    }
}

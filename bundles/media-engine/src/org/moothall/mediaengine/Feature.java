package org.moothall.mediaengine;

/** What a Meeting Server is licensed for; in the order of the API. @spec meeting-server-wire §1.7, installation-guide B.6 */
public enum Feature {
    /** Meetings at all. */
    CALL_BRIDGE("callBridge"),
    /** Meetings at all, without encryption of media. */
    CALL_BRIDGE_NO_ENCRYPTION("callBridgeNoEncryption"),
    /** Layouts of one's own. */
    CUSTOMIZATIONS("customizations"),
    /** Recording and streaming. */
    RECORDING("recording");

    private final String wire;

    Feature(String wire) {
        this.wire = wire;
    }

    /** As the API writes it. */
    public String wire() {
        return wire;
    }
}

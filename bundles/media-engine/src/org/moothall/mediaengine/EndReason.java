package org.moothall.mediaengine;

/** Why a call leg ended. @spec meeting-server-wire §2.6 */
public enum EndReason {
    API_INITIATED_TEARDOWN("apiInitiatedTeardown", false),
    CALL_DEACTIVATED("callDeactivated", false),
    CALL_ENDED("callEnded", false),
    CALL_MOVED("callMoved", false),
    CLIENT_INITIATED_TEARDOWN("clientInitiatedTeardown", true),
    CONFIRMATION_TIME_OUT("confirmationTimeOut", false),
    DNS_FAILURE("dnsFailure", false),
    ERROR("error", false),
    ENCRYPTION_REQUIRED("encryptionRequired", false),
    INCORRECT_PASSCODE("incorrectPasscode", false),
    IVR_TIMEOUT("ivrTimeout", false),
    IVR_UNKNOWN_CALL("ivrUnknownCall", false),
    LOCAL_TEARDOWN("localTeardown", false),
    PARTICIPANT_LIMIT_REACHED("participantLimitReached", false),
    REMOTE_BUSY("remoteBusy", true),
    REMOTE_REJECTED("remoteRejected", true),
    REMOTE_TEARDOWN("remoteTeardown", true),
    RINGING_TIMEOUT("ringingTimeout", false),
    TENANT_PARTICIPANT_LIMIT_REACHED("tenantParticipantLimitReached", false),
    TIMEOUT("timeout", false),
    UNKNOWN_DESTINATION("unknownDestination", false);

    private final String wire;
    private final boolean remote;

    EndReason(String wire, boolean remote) {
        this.wire = wire;
        this.remote = remote;
    }

    /** As the CDRs write it. */
    public String wire() {
        return wire;
    }

    /** Whether the other side hung up. */
    public boolean remote() {
        return remote;
    }
}

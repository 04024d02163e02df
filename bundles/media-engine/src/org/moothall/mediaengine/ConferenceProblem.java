package org.moothall.mediaengine;

import org.moothall.core.ProblemCode;

/** What the conference core refuses; {@link #reason()} is the API's failure reason. @spec meeting-server-wire §1.4 */
public enum ConferenceProblem implements ProblemCode {
    /** No such call here. Remedy: list the calls. */
    CALL_DOES_NOT_EXIST("callDoesNotExist", 404),
    /** No such call leg here. Remedy: list the call legs. */
    CALL_LEG_DOES_NOT_EXIST("callLegDoesNotExist", 404),
    /** No such participant. Remedy: list the participants. */
    PARTICIPANT_DOES_NOT_EXIST("participantDoesNotExist", 404),
    /** The participant's leg is on another bridge. Remedy: ask that bridge. */
    PARTICIPANT_CANNOT_BE_DELETED("participantCannotBeDeleted", 400),
    /** The participant's leg is on another bridge. Remedy: ask that bridge. */
    PARTICIPANT_CANNOT_BE_MODIFIED("participantCannotBeModified", 400),
    /** The call is full. Remedy: a larger participant limit. */
    PARTICIPANT_LIMIT_REACHED("participantLimitReached", 400),
    /** The profile of the call does not allow to record it. Remedy: another call profile. */
    CALL_RECORDING_CANNOT_BE_MODIFIED("callRecordingCannotBeModified", 400),
    /** The profile of the call does not allow to stream it. Remedy: another call profile. */
    CALL_STREAMING_CANNOT_BE_MODIFIED("callStreamingCannotBeModified", 400),
    /** There is no licence for recording, or it expired. Remedy: add licences. */
    RECORDING_NOT_ALLOWED_BY_LICENSING("recordingNotAllowedByLicensing", 400),
    /** There is no licence for streaming, or it expired. Remedy: add licences. */
    STREAMING_NOT_ALLOWED_BY_LICENSING("streamingNotAllowedByLicensing", 400),
    /** The bridge is unlicensed and processes no encrypted calls. Remedy: add licences, or call without encryption. */
    ENCRYPTION_NOT_LICENSED("encryptionRequired", 400),
    /** The platform carries no more spaces. Remedy: remove some, or a larger platform. */
    TOO_MANY_SPACES("invalidOperation", 400),
    /** No such space. Remedy: list the spaces. */
    SPACE_DOES_NOT_EXIST("coSpaceDoesNotExist", 404),
    /** Another space has this address. Remedy: choose another. */
    DUPLICATE_SPACE_URI("duplicateCoSpaceUri", 400),
    /** Another space has this number. Remedy: choose another. */
    DUPLICATE_SPACE_ID("duplicateCoSpaceId", 400);

    private final String reason;
    private final int status;

    ConferenceProblem(String reason, int status) {
        this.reason = reason;
        this.status = status;
    }

    /** As the API writes it. */
    public String reason() {
        return reason;
    }

    @Override
    public String code() {
        return "conference." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return reason;
    }
}

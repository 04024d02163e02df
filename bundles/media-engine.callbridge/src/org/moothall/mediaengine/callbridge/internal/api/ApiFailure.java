package org.moothall.mediaengine.callbridge.internal.api;

/** A request that is refused with a failure reason. @spec meeting-server-wire §1.4 */
public final class ApiFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String reason;
    private final String parameter;

    private ApiFailure(int status, String reason, String parameter) {
        super(reason, null, false, false);
        this.status = status;
        this.reason = reason;
        this.parameter = parameter;
    }

    /** The object in the path does not exist. */
    public static ApiFailure notFound(String reason) {
        return new ApiFailure(404, reason, "");
    }

    /** The request cannot be done. */
    public static ApiFailure badRequest(String reason) {
        return new ApiFailure(400, reason, "");
    }

    /** A parameter's value is refused. */
    public static ApiFailure parameter(String name) {
        return new ApiFailure(400, "parameterError", name);
    }

    /** As it goes over the wire. */
    public ApiReply reply() {
        Xml xml = Xml.document("failureDetails");
        if (parameter.isEmpty()) {
            xml.bare(reason);
        } else {
            xml.bare(reason, "parameter", parameter, "error", "invalidValue");
        }
        return new ApiReply(status, ApiReply.XML, xml.bytes(), "", "");
    }
}

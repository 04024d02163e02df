package org.moothall.mediaengine;

/**
 * Who is at the other end of a call leg, and with what.
 *
 * @param displayName may be empty
 * @param remoteParty SIP address or the name of a web app user
 * @param userJid empty when not signed in as a user
 */
public record Endpoint(Kind kind, String displayName, String remoteParty, String remoteAddress, String userJid) {

    /** With what somebody takes part. */
    public enum Kind {
        /** A meeting room system. */
        ROOM,
        /** A desk phone or soft client with video. */
        DESK,
        /** A telephone: no video. */
        PHONE,
        /** A Lync or Skype for Business client. */
        LYNC,
        /** The web app, signed in. */
        WEB_APP,
        /** The web app as a guest. */
        WEB_GUEST;

        /** Whether SIP signals it. */
        public boolean sip() {
            return this != WEB_APP && this != WEB_GUEST;
        }

        /** Whether it can send and show video. */
        public boolean video() {
            return this != PHONE;
        }
    }
}

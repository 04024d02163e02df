package org.moothall.licensing.authority.codes;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.licensing.authority.AuthorityProblem;
import org.moothall.licensing.authority.Licences;
import org.moothall.licensing.authority.Reservation;

/**
 * A code's content as bytes: form (1), kind (1), length of all (1), instance (16), seconds since 1970 (8), request (16), then of a
 * request the key (32) and the name in UTF-8, of an authorization sequence (4), universal (1), four counts
 * (4 each) and export-controlled (1), of the others the sequence (4).
 */
final class CodeContent {

    private static final byte FORM = 1;
    private static final int HEAD = 3;
    private static final int LONGEST = 255;
    private static final int LONGEST_NAME = 120;

    /** Order and numbers stay as they are: codes on paper name them. */
    private enum Kind {
        REQUEST, AUTHORIZATION, CONFIRMATION, RETURN
    }

    private CodeContent() {}

    static byte[] write(Code code) {
        ByteBuffer out = ByteBuffer.allocate(LONGEST);
        out.put(FORM).put((byte) kind(code).ordinal()).put((byte) 0);
        put(out, code.instance()).putLong(code.at().getEpochSecond());
        switch (code) {
            case Code.Request request -> put(out, request.request()).put(request.key().bytes()).put(name(request.name()));
            case Code.Authorization granted -> {
                put(out, granted.request()).putInt(granted.sequence()).put(flag(granted.kind() == Reservation.Kind.UNIVERSAL));
                put(out, granted.licences()).put(flag(granted.exportControlled()));
            }
            case Code.Confirmation confirmed -> put(out, confirmed.request()).putInt(confirmed.sequence());
            case Code.Return returned -> put(out, returned.request()).putInt(returned.sequence());
        }
        out.put(HEAD - 1, (byte) out.position());
        byte[] content = new byte[out.position()];
        out.flip().get(content);
        return content;
    }

    /** How many of these bytes are content, or -1 when they cannot be any. */
    static int length(byte[] bytes) {
        return bytes.length < HEAD || bytes[0] != FORM ? -1 : Byte.toUnsignedInt(bytes[HEAD - 1]);
    }

    static Code read(byte[] content) {
        try {
            return code(ByteBuffer.wrap(content));
        } catch (BufferUnderflowException e) {
            throw unknown();
        }
    }

    private static Code code(ByteBuffer in) {
        int kind = in.position(1).get();
        if (kind < 0 || kind >= Kind.values().length) {
            throw unknown();
        }
        UUID instance = uuid(in.position(HEAD));
        Instant at = instant(in.getLong());
        UUID request = uuid(in);
        return switch (Kind.values()[kind]) {
            case REQUEST -> new Code.Request(instance, at, request, new PublicKeyBytes(HexFormat.of().formatHex(bytes(in, PublicKeyBytes.LENGTH))),
                    new String(bytes(in, in.remaining()), StandardCharsets.UTF_8));
            case AUTHORIZATION -> new Code.Authorization(instance, at, request, in.getInt(),
                    in.get() == 1 ? Reservation.Kind.UNIVERSAL : Reservation.Kind.SPECIFIC, licences(in), in.get() == 1);
            case CONFIRMATION -> new Code.Confirmation(instance, at, request, in.getInt());
            case RETURN -> new Code.Return(instance, at, request, in.getInt());
        };
    }

    private static Kind kind(Code code) {
        return switch (code) {
            case Code.Request request -> Kind.REQUEST;
            case Code.Authorization granted -> Kind.AUTHORIZATION;
            case Code.Confirmation confirmed -> Kind.CONFIRMATION;
            case Code.Return returned -> Kind.RETURN;
        };
    }

    /** As much of a name as fits, in whole characters. */
    private static byte[] name(String name) {
        String rest = name;
        while (rest.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            rest = rest.substring(0, rest.offsetByCodePoints(rest.length(), -1));
        }
        return rest.getBytes(StandardCharsets.UTF_8);
    }

    private static ByteBuffer put(ByteBuffer out, UUID id) {
        return out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static ByteBuffer put(ByteBuffer out, Licences licences) {
        return out.putInt(licences.pmpPlus()).putInt(licences.smpPlus()).putInt(licences.recordingOrStreaming()).putInt(licences.customization());
    }

    private static byte flag(boolean set) {
        return (byte) (set ? 1 : 0);
    }

    private static UUID uuid(ByteBuffer in) {
        return new UUID(in.getLong(), in.getLong());
    }

    private static Instant instant(long seconds) {
        if (seconds < 0 || seconds > Integer.MAX_VALUE * 4L) {
            throw unknown();
        }
        return Instant.ofEpochSecond(seconds);
    }

    private static Licences licences(ByteBuffer in) {
        return new Licences(in.getInt(), in.getInt(), in.getInt(), in.getInt());
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static ProblemException unknown() {
        return Problem.of(AuthorityProblem.CODE_MISTYPED, "This is no code that is known here. Copy the code as a whole.").exception();
    }
}

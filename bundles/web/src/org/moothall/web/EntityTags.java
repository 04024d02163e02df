package org.moothall.web;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;

import jakarta.ws.rs.core.EntityTag;

/** Versions of objects as ETags ({@code "<version>"}), so that nobody overwrites what someone else changed. */
public final class EntityTags {

    private EntityTags() {}

    /** The tag of this version, for {@code Response.tag}. */
    public static EntityTag of(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * The version that the client saw.
     *
     * @param ifMatch value of the {@code If-Match} header; {@code *} means whatever is there
     * @return the version, or null for {@code *}
     * @throws org.moothall.core.ProblemException {@link WebProblem#PRECONDITION_REQUIRED} when there is no header
     */
    public static @Nullable Long required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(WebProblem.PRECONDITION_REQUIRED, "Read the object and send its ETag as If-Match.").exception();
        }
        return optional(ifMatch);
    }

    /** As {@link #required}, but null when there is no header. */
    public static @Nullable Long optional(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return null;
        }
        String text = ifMatch.strip();
        if (!text.matches("\"[0-9]{1,18}\"")) {
            throw Problem.invalid("If-Match", "must be the ETag of the object, in quotation marks.").exception();
        }
        return Long.valueOf(text.substring(1, text.length() - 1));
    }
}

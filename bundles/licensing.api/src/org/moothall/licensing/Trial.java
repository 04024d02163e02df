package org.moothall.licensing;

import java.time.Instant;
import java.time.LocalDate;

import org.eclipse.jdt.annotation.Nullable;

/**
 * The trial of a feature; a deployment has one of each kind.
 *
 * @param offered whether it can be started now
 * @param reason why it cannot, or null when it can
 * @param began when it was started here, or null when it never was
 * @param ends the date (UTC) from whose first moment on it is over, or null likewise
 * @param active whether it runs now; the trial of meetings includes the other two
 * @spec admin-guide §19.1
 */
public record Trial(Feature feature, boolean offered, @Nullable String reason, @Nullable Instant began, @Nullable LocalDate ends, boolean active) {}

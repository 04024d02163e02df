package org.moothall.mediaengine;

import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;

/** Where a moved leg came from. @param leg the one that ended; @param bridge where that was, null for this one or where there is no cluster */
public record Moved(UUID leg, @Nullable UUID bridge) {}

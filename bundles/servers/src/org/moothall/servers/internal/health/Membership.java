package org.moothall.servers.internal.health;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/** Who a bridge is in its cluster; all empty when it is in none. */
public record Membership(@Nullable String uniqueName, @Nullable String guid, List<Member> members) {
    public Membership {
        members = List.copyOf(members);
    }
}

package org.moothall.security;

import java.util.Set;

/**
 * Something a user may be allowed to do. Each domain registers its permissions as services; one that nobody registered is
 * granted to nobody.
 *
 * @param name {@code <domain>.<verb>}, for example {@code meetings.operate}
 * @param description one sentence for the administrator who grants it
 * @param roles who has it; administrators are always meant to be among them
 */
public record Permission(String name, String description, Set<Role> roles) {
    public Permission {
        roles = Set.copyOf(roles);
    }
}

package org.moothall.mediaengine;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** What a conference core goes by: what the configuration says, who there is, what is licensed and what the platform carries. */
public record Terms(Profiles profiles, Directory directory, Licences licences, Capacity capacity) {

    /** Those that this catalogue keeps. @param users who may sign in */
    public static Terms of(Clock clock, Catalogue catalogue, Supplier<List<User>> users, Capacity capacity) {
        Supplier<List<User>> carried = () -> users.get().stream().limit(capacity.users().orElse(Integer.MAX_VALUE)).toList();
        return new Terms(new Profiles(catalogue), new Directory(carried, catalogue), new Licences(clock, catalogue), capacity);
    }

    /** Those that this catalogue keeps, for nobody in particular on no platform. */
    public static Terms of(Clock clock, Catalogue catalogue) {
        return of(clock, catalogue, List::of, Capacity.UNLIMITED);
    }
}

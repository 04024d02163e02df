package org.moothall.mediaengine.callbridge.internal.objects;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.moothall.mediaengine.User;

/** The people of the directory, read when somebody asks for the first time. Thread-safe. */
public final class UserList {

    private final Supplier<List<User>> source;
    private volatile Map<String, User> read = Map.of();

    /** These people. */
    public UserList(Supplier<List<User>> source) {
        this.source = source;
    }

    /** All of them. */
    List<User> all() {
        return List.copyOf(byJid().values());
    }

    /** Who has this address. */
    public Optional<User> find(String jid) {
        return Optional.ofNullable(byJid().get(jid.toLowerCase(Locale.ROOT)));
    }

    private Map<String, User> byJid() {
        Map<String, User> known = read;
        if (known.isEmpty()) {
            Map<String, User> all = new LinkedHashMap<>();
            source.get().forEach(user -> all.put(user.jid().toLowerCase(Locale.ROOT), user));
            known = all;
            read = known;
        }
        return known;
    }
}

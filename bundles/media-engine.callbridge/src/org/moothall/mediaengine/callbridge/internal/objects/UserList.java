package org.moothall.mediaengine.callbridge.internal.objects;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.moothall.mediaengine.User;

/** The people of the directory. Immutable. */
public final class UserList {

    private final Map<String, User> byJid = new LinkedHashMap<>();

    /** These people. */
    public UserList(List<User> users) {
        users.forEach(user -> byJid.put(user.jid().toLowerCase(Locale.ROOT), user));
    }

    /** All of them. */
    List<User> all() {
        return List.copyOf(byJid.values());
    }

    /** Who has this address. */
    public Optional<User> find(String jid) {
        return Optional.ofNullable(byJid.get(jid.toLowerCase(Locale.ROOT)));
    }
}

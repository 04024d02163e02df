package org.moothall.security.internal;

import java.util.Optional;

import org.moothall.core.Credentials;
import org.moothall.core.PageRequest;
import org.moothall.core.ProblemException;
import org.moothall.core.Secret;
import org.moothall.security.FirstAdministrator;
import org.moothall.security.Role;
import org.moothall.security.SecurityProblem;
import org.moothall.security.User;
import org.moothall.security.Users;
import org.moothall.security.Vault;
import org.moothall.security.internal.store.UserStore;
import org.moothall.security.internal.store.UserStore.StoredUser;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes the first administrator. The password stays sealed in the vault until it is handed over, so that a crash between
 * making and showing it locks nobody out.
 */
@Component
public final class FirstAccount implements FirstAdministrator {

    private static final String NAME = "admin";
    private static final String SECRET = "security.first-administrator";

    private final UserStore store;
    private final PasswordHashes hashes;
    private final Vault vault;

    @Activate
    public FirstAccount(@Reference UserStore store, @Reference Users users, @Reference PasswordHashes hashes, @Reference Vault vault) {
        this.store = store;
        this.hashes = hashes;
        this.vault = vault;
        if (users.list(PageRequest.first()).items().isEmpty()) {
            create(users);
        }
    }

    private void create(Users users) {
        Secret password = Tokens.password();
        vault.put(SECRET, password); // first: an account whose password nobody knows would be worse than a password without account
        try {
            User admin = users.add(NAME, password, Role.ADMINISTRATOR).user();
            store.markGenerated(admin.id());
        } catch (ProblemException e) {
            if (e.problem().code() != SecurityProblem.NAME_IN_USE) {
                throw e;
            }
            vault.remove(SECRET); // another instance was quicker
        }
    }

    @Override
    public Optional<Credentials> find() {
        Optional<Secret> password = vault.find(SECRET);
        Optional<StoredUser> user = store.findByName(NAME);
        if (password.isPresent() && user.isPresent() && hashes.matches(password.get(), user.get().passwordHash())) {
            return Optional.of(new Credentials(user.get().user().name(), password.get()));
        }
        handedOver();
        return Optional.empty();
    }

    @Override
    public void handedOver() {
        vault.remove(SECRET);
    }
}

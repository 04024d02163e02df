package org.moothall.licensing.authority;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Secret;

/** Who has bought what, and the tokens with which servers register. Service; thread-safe. */
public interface Accounts {

    /** Change event; the subject is an account, a virtual account, a token or an instance of which something changed. */
    String CHANGED = "licensing-authority.changed";
    /** A token is good for at most this long. */
    Duration LONGEST_TOKEN = Duration.ofDays(365);
    /** A token is good for at most this many registrations. */
    int MOST_USES = 1_000;

    /** All by name. */
    List<Account> all();

    /** The account of this id. */
    Optional<Account> find(AccountId id);

    /** Opens an account. @param name 1 to 100 characters, of no other account */
    Account add(String name, boolean reservation);

    /** Changes what is not null. {@code version} must be current. */
    Account update(AccountId id, @Nullable String name, @Nullable Boolean reservation, long version);

    /** Closes an account. {@link AuthorityProblem#NOT_EMPTY} while it has virtual accounts */
    void remove(AccountId id);

    /** All virtual accounts of an account, by name. */
    List<VirtualAccount> virtualAccounts(AccountId account);

    /** The virtual account of this id. */
    Optional<VirtualAccount> find(VirtualAccountId id);

    /** Opens a virtual account. @param name 1 to 100 characters, of no other in this account */
    VirtualAccount add(AccountId account, String name, Licences bought);

    /** Changes what is not null. {@link AuthorityProblem#RESERVED} when less would be left than is reserved. {@code version} must be current. */
    VirtualAccount update(VirtualAccountId id, @Nullable String name, @Nullable Licences bought, long version);

    /** Closes a virtual account and revokes its tokens. {@link AuthorityProblem#NOT_EMPTY} while it has instances */
    void remove(VirtualAccountId id);

    /** Tokens that are still good, newest first. */
    List<Token> tokens(VirtualAccountId virtualAccount);

    /** Issues a token. @param by who does @param validity at most {@link #LONGEST_TOKEN} @param uses 1 to {@link #MOST_USES} */
    Issued issue(VirtualAccountId virtualAccount, boolean exportControlled, Duration validity, int uses, String by);

    /** What was issued. @param text with which servers register; it cannot be asked for again */
    record Issued(Token token, Secret text) {}

    /** Makes a token useless; who registered with it stays. */
    void revoke(TokenId id);
}

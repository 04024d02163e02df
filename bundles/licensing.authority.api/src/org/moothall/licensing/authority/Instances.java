package org.moothall.licensing.authority;

import java.util.Optional;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.licensing.authority.codes.PublicKeyBytes;

/**
 * The servers that get their licences here, and what is reserved for those without a connection. Codes are texts that people
 * carry; each is refused with the reason when it is not the one that is due, and then nothing changes. Service; thread-safe.
 *
 * @spec admin-guide §21.6.3
 */
public interface Instances {

    /** The key by which servers know this authority. */
    PublicKeyBytes key();

    /** Instances by name. @param virtualAccount or null for all */
    Page<ProductInstance> list(@Nullable VirtualAccountId virtualAccount, PageRequest page);

    /** The instance of this id. */
    Optional<ProductInstance> find(UUID id);

    /**
     * Reserves licences for the instance that made this request code.
     *
     * @param licences of each kind; ignored for {@link Reservation.Kind#UNIVERSAL}
     * @return the authorization code to be installed there; the same again for the same request code and licences
     */
    String reserve(VirtualAccountId virtualAccount, String requestCode, Reservation.Kind kind, Licences licences);

    /**
     * Changes a specific reservation to these numbers: they replace what was, they are not added. What was held stays held until the
     * instance's confirmation code is entered.
     *
     * @return the authorization code to be installed there
     */
    String change(UUID id, Licences licences);

    /** The newest authorization code once more, for who lost it. {@link AuthorityProblem#NOT_REGISTERED} when there is no reservation */
    String authorization(UUID id);

    /** The instance has installed the change: what it gave up is free. */
    ProductInstance confirm(UUID id, String confirmationCode);

    /** The instance gave its reservation back: it is removed, its licences are free. */
    void giveBack(UUID id, String returnCode);

    /** Forgets a registered instance that cannot deregister by itself. {@link AuthorityProblem#RESERVED} when it has a reservation */
    void remove(UUID id);
}

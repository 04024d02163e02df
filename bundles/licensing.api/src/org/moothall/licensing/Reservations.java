package org.moothall.licensing;

/**
 * Reservation of licences for a server without a connection. A code that is refused changes nothing. Problems of codes are those of
 * {@code licensing-authority}. Service; thread-safe.
 *
 * @spec admin-guide §21.6.3
 */
public interface Reservations {

    /** How it stands. */
    Registration now();

    /** Believes the codes of this authority from now on. {@link LicensingProblem#WRONG_STATE} while something is reserved @param key 64 hexadecimal digits */
    Registration trust(String key);

    /** Makes a request code, or shows the one that is pending. {@link LicensingProblem#WRONG_STATE}, {@link LicensingProblem#NOT_ENABLED} */
    Registration request();

    /** Forgets the pending request. {@link LicensingProblem#WRONG_STATE} */
    Registration cancel();

    /** Installs an authorization code, the first or that of a change: its numbers replace what was allocated. @param by who does */
    Registration install(String authorizationCode, String by);

    /** The confirmation code has been entered at the authority. {@link LicensingProblem#WRONG_STATE} */
    Registration confirmationEntered();

    /** Gives everything back: nothing is allocated any more, and a return code is made. {@link LicensingProblem#WRONG_STATE} @param by who does */
    Registration giveBack(String by);

    /** Refuses to allocate more than is reserved, where something is. {@link LicensingProblem#NOT_RESERVED} */
    void verify(Entitlements wanted);

    /** Licences are no longer looked after here: what is pending is cancelled, what is reserved is given back. @param by who said so */
    void leave(String by);
}

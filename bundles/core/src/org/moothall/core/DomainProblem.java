package org.moothall.core;

import java.util.Locale;

/**
 * A constant in a domain's enum of problems. Its code is made of the domain and the constant's name: {@code ADDRESS_IN_USE} of
 * {@code servers} is {@code servers.address-in-use}; renaming a constant therefore changes the API.
 */
public interface DomainProblem extends ProblemCode {

    /** The constant's name; every enum has it. */
    String name();

    /** What the constant was made with. */
    Meaning meaning();

    @Override
    default String code() {
        return meaning().domain() + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    default int status() {
        return meaning().status();
    }

    @Override
    default String title() {
        return meaning().title();
    }

    /**
     * All that a problem is but its name.
     *
     * @param domain first part of the code, for example {@code servers}
     * @param status HTTP status, 400 to 599
     * @param title one short line for people
     */
    record Meaning(String domain, int status, String title) {}
}

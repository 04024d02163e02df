package org.moothall.core;

/** An identifier: a record with one component {@code value}; JSON shows it as a plain string. */
public interface Id {

    /** The identifier as text, 1 to 200 characters, no control characters. */
    String value();

    /** This text when it can be an identifier; a problem naming the field otherwise. */
    static String checked(String value) {
        if (value.isBlank() || value.length() > 200 || value.chars().anyMatch(Character::isISOControl)) {
            throw Problem.invalid("id", "must be 1 to 200 printable characters.").exception();
        }
        return value;
    }
}

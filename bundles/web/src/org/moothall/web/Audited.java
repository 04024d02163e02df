package org.moothall.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The audit action of a REST method that changes something. Every POST, PUT, PATCH and DELETE has one; {@code web} writes
 * the record with caller, path parameters, outcome and what the method added through {@link Requests#audit}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Audited {

    /** {@code <domain>.<verb>}, for example {@code servers.add}. */
    String value();
}

package org.moothall.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says in the API document, and by it in the help of the command line, what a REST method does or what a parameter means. Every REST
 * method has one; parameters that mean the same everywhere ({@code id}, {@code q}, {@code limit}…) are described already.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.PARAMETER})
public @interface Described {

    /** Whole sentences; the first one stands alone where there is room for one line only. */
    String value();
}

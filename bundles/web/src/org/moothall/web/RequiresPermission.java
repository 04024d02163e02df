package org.moothall.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that a REST method demands. Checked before the method runs; a method without it is refused to everybody.
 * Where the object belongs to a cluster, the method also asks {@code Access.require} with that cluster.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresPermission {

    /** Name of the permission, or {@link #SIGNED_IN}. */
    String value();

    /** Any signed-in user. */
    String SIGNED_IN = "signed-in";
}

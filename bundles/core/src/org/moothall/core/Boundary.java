package org.moothall.core;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the classes where a request, job or event dispatch begins: only they may catch everything. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Boundary {}

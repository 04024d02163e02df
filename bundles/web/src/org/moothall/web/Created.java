package org.moothall.web;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The answer of a REST method that made something: status 201 with its {@code Location}.
 *
 * @param path of what was made, below {@code /api/v1/}, for example {@code users/7}
 * @param entity the body
 */
public record Created<T>(String path, @JsonValue T entity) {}

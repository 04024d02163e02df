package org.moothall.client;

import org.eclipse.jdt.annotation.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A good answer of the API.
 *
 * @param status 200 to 299
 * @param body its JSON; a missing node when there is none; a text node when it is text
 * @param version from its {@code ETag}, or null
 * @param location where to look further ({@code Location}), or null
 */
public record Answer(int status, JsonNode body, @Nullable Long version, @Nullable String location) {}

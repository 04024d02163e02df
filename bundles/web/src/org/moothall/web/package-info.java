/**
 * Moothall web: everything inbound. A resource is a DS component with {@code @JakartarsResource}, {@code @Path} relative to
 * {@code /api/v1} (so {@code @Path("clusters")}), {@code @Produces} and {@code @Consumes} of JSON; every method states its
 * {@link org.moothall.web.RequiresPermission}, every changing one is {@link org.moothall.web.Audited}. Its OpenAPI
 * {@code operationId} is {@code <first path segment>.<method name>}, for example {@code meetings.list}.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.web;

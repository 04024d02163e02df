/** Moothall web: filters, mappers and resources of its own. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.web.internal.rest;

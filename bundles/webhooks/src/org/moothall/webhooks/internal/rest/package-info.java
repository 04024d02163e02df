/** REST resources of the webhooks domain. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.webhooks.internal.rest;

/**
 * What servers with a connection post to their authority, as JSON, signed. Below {@code /licensing-authority/registrations}:
 * {@link org.moothall.licensing.authority.messages.Register} to it, and to {@code /{instance}/authorization}, {@code /{instance}/renewal} and
 * {@code /{instance}/end} of it {@link org.moothall.licensing.authority.messages.Usage} or {@link org.moothall.licensing.authority.messages.Plain}.
 * {@link org.moothall.licensing.authority.messages.Standing} comes back, signed by the authority; problems as {@code application/problem+json}.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.licensing.authority.messages;

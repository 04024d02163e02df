/** Moothall security: users, sessions, permissions, audit, vault. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.security.internal;

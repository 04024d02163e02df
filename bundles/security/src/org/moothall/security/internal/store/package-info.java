/** SQL of users, sessions, secrets and the audit trail. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.security.internal.store;

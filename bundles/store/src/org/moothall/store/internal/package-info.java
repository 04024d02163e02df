/** Moothall store: SQL, migrations, journal, leases. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.store.internal;

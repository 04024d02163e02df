/** A large lab under load: records and events of many Call Bridges in one process, and what it takes. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.moothall.testkit.lab;

#!/bin/sh
# Starts the server. JAVA_HOME (21 or newer) chooses the JDK, MOOTHALL_JAVA_OPTS adds flags,
# MOOTHALL_CONFIGURATION moves the framework's own state to another directory.
here=$(cd "$(dirname "$0")" && pwd)

java_major() {
  [ -x "$1/bin/java" ] && [ -f "$1/release" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}
best= best_major=20
for candidate in "${JAVA_HOME-}" /usr/lib/jvm/* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
  major=$(java_major "$candidate") || continue
  if [ "${major:-0}" -gt "$best_major" ]; then
    best=$candidate best_major=$major
    [ "$candidate" != "${JAVA_HOME-}" ] || break
  fi
done
[ -n "$best" ] || { echo "Java 21 or newer is missing: install it or set JAVA_HOME to it." >&2; exit 6; }

exec "$best/bin/java" -Xms64m -Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
  -Djava.util.logging.config.file="$here/logging.properties" ${MOOTHALL_JAVA_OPTS-} \
  -jar "$here"/plugins/org.eclipse.equinox.launcher_*.jar -configuration "${MOOTHALL_CONFIGURATION:-$here/configuration}" "$@"

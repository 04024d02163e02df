#!/bin/sh
# Starts the server. JAVA_HOME (21 or newer) chooses the JDK, MOOTHALL_JAVA_OPTS adds flags.
here=$(cd "$(dirname "$0")" && pwd)
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xms64m -Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED ${MOOTHALL_JAVA_OPTS-} \
  -jar "$here"/plugins/org.eclipse.equinox.launcher_*.jar -configuration "${MOOTHALL_CONFIGURATION:-$here/configuration}" "$@"

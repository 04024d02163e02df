#!/bin/sh
# Starts the node. JAVA_HOME (21 or newer) chooses the JDK, MOOTHALL_JAVA_OPTS adds flags.
here=$(cd "$(dirname "$0")" && pwd)
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xms32m -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \
  -Dorg.slf4j.simpleLogger.showDateTime=true -Dorg.slf4j.simpleLogger.log.org.eclipse.jetty=warn ${MOOTHALL_JAVA_OPTS-} \
  -jar "$here"/plugins/org.eclipse.equinox.launcher_*.jar -configuration "${MOOTHALL_CONFIGURATION:-$here/configuration}" -data @none "$@"

#!/bin/sh
# Starts the node. JAVA_HOME (21 or newer) chooses the JDK, MOOTHALL_JAVA_OPTS adds flags,
# MOOTHALL_CONFIGURATION moves the framework's own state to another directory.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/find-java.sh"
exec "$java" -Xms32m -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \
  -Djava.util.logging.config.file="$here/logging.properties" \
  -Dorg.slf4j.simpleLogger.showDateTime=true -Dorg.slf4j.simpleLogger.log.org.eclipse.jetty=warn ${MOOTHALL_JAVA_OPTS-} \
  -jar "$here"/plugins/org.eclipse.equinox.launcher_*.jar -configuration "${MOOTHALL_CONFIGURATION:-$here/configuration}" -data @none "$@"

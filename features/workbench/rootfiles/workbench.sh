#!/bin/sh
# Starts the workbench: workbench.sh [--server URL] [--ca-file F] [--user NAME] [--theme light|dark|system] [--settings DIR].
# --password-file F signs in without asking. JAVA_HOME (21 or newer) chooses the JDK, MOOTHALL_JAVA_OPTS adds flags,
# MOOTHALL_CONFIGURATION moves the framework's own state to another directory.
# No workspace (-data @none): what the user arranged is kept in the user's settings folder, so several may run at once.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/find-java.sh"
[ "$(uname)" != Darwin ] || MOOTHALL_JAVA_OPTS="-XstartOnFirstThread ${MOOTHALL_JAVA_OPTS-}"
exec "$java" -Xms64m -Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
  -Djava.util.logging.config.file="$here/logging.properties" ${MOOTHALL_JAVA_OPTS-} \
  -jar "$here"/plugins/org.eclipse.equinox.launcher_*.jar -configuration "${MOOTHALL_CONFIGURATION:-$here/configuration}" -data @none -nosplash "$@"

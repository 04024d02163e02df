# Sourced by every script here: sets JAVA_HOME to a JDK 21 or newer, wherever this machine keeps one.
jdk_major() {
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}
jdk_best= jdk_best_major=20
for jdk_c in "${JAVA_HOME-}" /usr/lib/jvm/* "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* \
    /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
  jdk_m=$(jdk_major "$jdk_c") || continue
  # A JAVA_HOME that is new enough wins; otherwise the newest JDK found.
  if [ "${jdk_m:-0}" -gt "$jdk_best_major" ]; then
    jdk_best=$jdk_c jdk_best_major=$jdk_m
    [ "$jdk_c" != "${JAVA_HOME-}" ] || break
  fi
done
if [ -n "$jdk_best" ]; then
  JAVA_HOME=$jdk_best
  export JAVA_HOME
else
  echo "No JDK 21 or newer found; set JAVA_HOME to one." >&2
  exit 1
fi

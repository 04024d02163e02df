# Sourced by the programs beside it: sets java to that of a JDK or JRE 21 or newer; JAVA_HOME wins when it is new enough.
java_major() {
  [ -x "$1/bin/java" ] && [ -f "$1/release" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}
on_path=$(command -v java) && on_path=$(readlink -f "$on_path")
best= best_major=20
for candidate in "${JAVA_HOME-}" "${on_path%/bin/java}" /usr/lib/jvm/* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
  major=$(java_major "$candidate") || continue
  if [ "${major:-0}" -gt "$best_major" ]; then
    best=$candidate best_major=$major
    [ "$candidate" != "${JAVA_HOME-}" ] || break
  fi
done
[ -n "$best" ] || { echo "Java 21 or newer is missing: install it or set JAVA_HOME to it." >&2; exit 6; }
java=$best/bin/java

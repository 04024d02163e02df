# Sourced by releng/run: starts programs of this checkout's build, watches and ends them.
# Wants root, data and JAVA_HOME; every program gets a copy of the build, a configuration area and a log below data.

declare -A pids=() # of what we started, by name
order=()
build= # folder of this build's copy
helper= # pid of what runs for a moment only

fail() { echo "$*" >&2; exit 1; }

port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Programs run from a copy, so that a new build does not pull the jars away from under them. A copy that nothing uses any more
# (whoever uses one holds its lock) is removed by the next start.
take_build() { # PROGRAM…
  local products=$root/product/target/products program old
  [ -f "$products/org.moothall.server.product-linux.gtk.x86_64.tar.gz" ] || fail "The programs are not built yet: leave --no-build out."
  build=$data/run/build-$(stat -c '%Y %s %n' "$products"/*linux.gtk.x86_64.tar.gz | cksum | cut -d' ' -f1)
  mkdir -p "$build" || fail "$data cannot be written; choose another --data."
  exec 7>>"$build.lock"
  ! command -v flock >/dev/null || flock -s 7
  for program in "$@"; do
    [ -d "$build/$program" ] || {
      cp -a --reflink=auto "$products/org.moothall.$program.product/linux/gtk/x86_64/moothall-$program" "$build/.$program-$$" &&
        { mv -T "$build/.$program-$$" "$build/$program" 2>/dev/null || rm -rf "$build/.$program-$$"; }
    } || fail "The programs cannot be copied to $build; is the disk full?"
  done
  for old in "$data"/run/build-*.lock; do
    [ "$old" = "$build.lock" ] || ! command -v flock >/dev/null || ! flock -n "$old" true || rm -rf "${old%.lock}" "$old"
  done
}

# Runs releng/scripts/LabSetup.java, compiled once a build; in the background, so that Ctrl-C is heard.
setup() {
  local jars
  jars=$(printf '%s:' "$build"/server/plugins/com.fasterxml.jackson.core.*.jar)
  if [ ! -d "$build/setup" ]; then
    "$JAVA_HOME/bin/javac" -J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC -cp "$jars" -d "$build/.setup-$$" "$root/releng/scripts/LabSetup.java" \
      && mv -T "$build/.setup-$$" "$build/setup" || rm -rf "$build/.setup-$$"
  fi
  "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$jars$build/setup" LabSetup "$@" </dev/null &
  helper=$!
  wait "$helper"
  local status=$?
  helper=
  return "$status"
}

start() { # NAME PROGRAM ARGUMENTS…: in the background, with a configuration area and a log of its own
  local name=$1 program=$2 config=$build/configuration-$1
  shift 2
  mkdir -p "$config"
  MOOTHALL_CONFIGURATION=$config \
    MOOTHALL_JAVA_OPTS="-Dosgi.sharedConfiguration.area=file:$build/$program/configuration -Dosgi.configuration.cascaded=true ${MOOTHALL_JAVA_OPTS-}" \
    "$build/$program/$program.sh" "$@" >"$data/log/$name.log" 2>&1 </dev/null 8>&- &
  pids[$name]=$!
  order+=("$name")
}

await() { # NAME FILE: until the file is there; the status of the program if that ended, 124 after three minutes
  local name=$1 file=$2 end=$((SECONDS + 180)) status
  until [ -s "$file" ]; do
    if ! kill -0 "${pids[$name]}" 2>/dev/null; then
      wait "${pids[$name]}"
      status=$?
      return $((status > 0 ? status : 1))
    fi
    [ $SECONDS -lt $end ] || return 124
    sleep 0.1
  done
}

forget() { # NAME: it ended as it should
  unset "pids[$1]"
  local name left=()
  for name in "${order[@]}"; do [ "$name" = "$1" ] || left+=("$name"); done
  order=(${left[@]+"${left[@]}"})
}

did_not_start() { # NAME
  echo "The $1 did not start. The end of $data/log/$1.log:" >&2
  tail -n 15 "$data/log/$1.log" >&2
  exit 1
}

end_all() {
  trap - EXIT
  trap '' INT TERM HUP
  local name i alive
  [ -z "$helper" ] || kill "$helper" 2>/dev/null
  for ((i = ${#order[@]} - 1; i >= 0; i--)); do
    kill "${pids[${order[i]}]}" 2>/dev/null
  done
  for ((i = 0; i < 100; i++)); do
    alive=
    for name in ${order[@]+"${order[@]}"}; do ! kill -0 "${pids[$name]}" 2>/dev/null || alive=1; done
    [ -n "$alive" ] || break
    sleep 0.1
  done
  for name in ${order[@]+"${order[@]}"}; do
    if kill -0 "${pids[$name]}" 2>/dev/null; then
      echo "The $name did not end in 10 s and was stopped hard." >&2
      kill -9 "${pids[$name]}" 2>/dev/null
    fi
  done
  [ -z "$ready_file" ] || rm -f "$ready_file"
}

# Tells when something ends on its own; goes on while anything of it is left.
watch() {
  local name left status
  while :; do
    left=()
    for name in "${order[@]}"; do
      if kill -0 "${pids[$name]}" 2>/dev/null; then
        left+=("$name")
      else
        wait "${pids[$name]}"
        status=$?
        case "$name/$status" in
          workbench/0) echo "The workbench was closed; the rest goes on. Open it again with: releng/run --data $data workbench" ;;
          *) echo "The $name ended (exit code $status); see $data/log/$name.log. Start it again with: releng/run --data $data ${name/-/ }" ;;
        esac
      fi
    done
    order=(${left[@]+"${left[@]}"})
    [ ${#order[@]} -gt 0 ] || exit "${status:-0}"
    sleep 0.5 &
    wait $!
  done
}

# Sourced by releng/bench: the intake of the built server beside a bare sink, overload, and kills. Wants server, work, java, flags, children.

testkit_path() { printf '%s:' "$PWD/tests/testkit/target/classes" "$server"/plugins/com.fasterxml.jackson.core.*.jar; }

intake_java() { # CLASS ARGUMENTS…: the driver's
  "$java" -XX:+UseSerialGC -cp "$(testkit_path)" "org.moothall.testkit.intake.$1" "${@:2}"
}

measure_kills() { # ROUNDS: prints what a reader wants to know
  local rounds records bodies seed=${MOOTHALL_SEED:-$RANDOM}
  echo "Killing the server $1 times (MOOTHALL_SEED=$seed does the same again)…" >&2
  mkdir "$work/kill"
  read -r rounds records bodies < <(intake_java KillLoop "$server" "$work/kill" "$1" "$seed") || return 1
  echo "Killed $rounds times under intake, seed $seed: $records records acknowledged, none lost, none counted twice; $bodies bodies were under way."
}

# SECONDS: rows of the table into $rows, a sentence on the load generator into $load_note
measure_intake() {
  local seconds=$1 port what batch rate p50 p99 driver cpu visible memory bare bare50 bare99 bare_driver bare_cpu log=$work/intake.txt
  port=$(free_port)
  mkdir "$work/intake"
  "$JAVA_HOME/bin/keytool" -exportcert -rfc -keystore "$work/bench.p12" -storepass benchbench -alias bench >"$work/bench.pem" 2>/dev/null
  "$java" "${flags[@]}" -cp "$work/bench:$(printf '%s:' "$server"/plugins/{org.eclipse.jetty,slf4j}*.jar)" BareSink "$port" "$work/bench.p12" benchbench >"$work/sink.log" 2>&1 &
  children+=($!)
  until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do sleep 0.2; done
  intake_java IntakeBench "$server" "$work/intake" "$seconds" "https://127.0.0.1:$port/cdr" "$work/bench.pem" 1 20 >"$log" || return 1
  kill "$!" 2>/dev/null
  rows= load_note="Load average during the intake $(cut -d' ' -f1-3 /proc/loadavg)."
  while read -r what batch rate p50 p99 driver cpu visible memory bare bare50 bare99 bare_driver bare_cpu; do
    if [ "$what" = intake ]; then
      rows+="| CDR intake, $batch a POST, $seconds s: records/s on disk, p50 / p99 of a POST | $rate/s, $p50 / $p99 ms | $bare/s, $bare50 / $bare99 ms |"$'\n'
      rows+="| after it: the last acknowledged record shows in the API; resident memory | $visible ms; $memory MB | |"$'\n'
      load_note+=" At $batch a POST the driver took $driver % of a core and the server $cpu %; with the bare sink the driver took $bare_driver %."
    else # overload OFFERED CAPACITY TAKEN P99 REFUSED MEMORY RECOVERY
      rows+="| 32 bridges offer $batch records/s for $seconds s, 100 a POST; the most that is taken is $rate/s: taken, p99 of a POST, refused POSTs, most resident memory | $p50/s, $p99 ms, $driver, $cpu MB | |"$'\n'
      rows+="| after it: every acknowledged record shows in the API | $visible ms | |"$'\n'
    fi
  done <"$log"
}

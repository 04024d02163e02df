# Sourced by releng/bench: the intake of the built server beside a bare sink, overload, kills, many live people, a long history, large labs.
# Wants server, work, java, flags, children; rows of the table go into $rows, a sentence on the load into $load_note.

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

measure_lab() { # PEOPLE: prints what a lab of so many carries and takes, ten seconds a line, at the end all in one
  mkdir "$work/people"
  "$java" -XX:+UseSerialGC -cp "$(testkit_path)" org.moothall.testkit.lab.LabLoad "${server//server/node}" "$work/people" 120 8 $((($1 + 23) / 24)) "$1" 10 -Xmx1g
}

measure_live() {
  local meetings legs heap resident first50 first99 search50 search99 filter50 filter99 change50 change99
  echo "Measuring 72,000 people in 3,000 meetings…" >&2
  mkdir "$work/live"
  read -r _ meetings legs heap resident first50 first99 search50 search99 filter50 filter99 change50 change99 \
    < <(intake_java LiveBench "$server" "$work/live" 3000 24 25) || return 1
  rows+="| $legs people in $meetings meetings: heap after a collection, resident memory | $heap MB, $resident MB | |"$'\n'
  rows+="| first page of the list, search, filter by cluster: p50 / p99 of 200 each | $first50 / $first99, $search50 / $search99, $filter50 / $filter99 ms | |"$'\n'
  rows+="| somebody leaves → each of 25 subscribers knows, p50 / p99 of 200 | $change50 / $change99 ms | |"$'\n'
  load_note="Load average $(cut -d' ' -f1-3 /proc/loadavg)."
}

measure_steady() { # MINUTES at 200 call legs a second
  local records heap1 heap2 heap3 resident1 resident2 resident3 threads1 threads2 threads3 handles1 handles2 handles3
  echo "Measuring $1 minutes at 200 call legs a second…" >&2
  mkdir "$work/steady"
  read -r _ _ records heap1 heap2 heap3 resident1 resident2 resident3 threads1 threads2 threads3 handles1 handles2 handles3 \
    < <(intake_java SteadyBench "$server" "$work/steady" "$1") || return 1
  rows+="| $1 minutes at 200 call legs a second ($records records; all there once at the end): heap after a collection, resident memory, threads, handles; of the time after the first quarter the first third → the last (most) | $heap1 → $heap2 ($heap3) MB, $resident1 → $resident2 ($resident3) MB, $threads1 → $threads2 ($threads3), $handles1 → $handles2 ($handles3) | |"$'\n'
  load_note="Load average $(cut -d' ' -f1-3 /proc/loadavg)."
}

measure_history() { # MILLIONS of legs
  local path legs restart bytes long50 long99 find50 find99 now50 now99 few50 few99 few_find50 few_find99 few_now50 few_now99
  echo "Measuring a history of $1 million legs…" >&2
  mkdir "$work/history"
  path=$(printf '%s:' "$server"/plugins/{org.moothall.core,org.moothall.store,org.moothall.logging,org.moothall.meetings,org.moothall.servers,slf4j,com.fasterxml.jackson,org.xerial.sqlite}*.jar)
  "$JAVA_HOME/bin/javac" --release 21 -nowarn -d "$work/fill" -cp "$path" tests/bench/history/HistoryFill.java
  read -r _ legs restart bytes long50 long99 find50 find99 now50 now99 few50 few99 few_find50 few_find99 few_now50 few_now99 \
    < <(intake_java HistoryBench "$server" "$work/history" "${1}000000" "$java" "${flags[@]}" -cp "$work/fill:$path" HistoryFill) || return 1
  rows+="| history of $legs legs: start until its first page is there; disk | $restart ms; $bytes bytes a leg | |"$'\n'
  rows+="| a page of ended meetings, search among them, list of active ones: p50 / p99 of 200 each | $long50 / $long99, $find50 / $find99, $now50 / $now99 ms | $few50 / $few99, $few_find50 / $few_find99, $few_now50 / $few_now99 ms (history of 3,000 legs) |"$'\n'
  load_note="Load average $(cut -d' ' -f1-3 /proc/loadavg)."
}

measure_intake() { # SECONDS
  local seconds=$1 port what batch rate p50 p99 driver cpu visible memory bare bare50 bare99 bare_driver bare_cpu log=$work/intake.txt
  echo "Measuring the CDR intake…" >&2
  port=$(free_port)
  mkdir "$work/intake"
  "$JAVA_HOME/bin/keytool" -exportcert -rfc -keystore "$work/bench.p12" -storepass benchbench -alias bench >"$work/bench.pem" 2>/dev/null
  "$java" "${flags[@]}" -cp "$work/bench:$(printf '%s:' "$server"/plugins/{org.eclipse.jetty,slf4j}*.jar)" BareSink "$port" "$work/bench.p12" benchbench >"$work/sink.log" 2>&1 &
  children+=($!)
  until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do sleep 0.2; done
  intake_java IntakeBench "$server" "$work/intake" "$seconds" "https://127.0.0.1:$port/cdr" "$work/bench.pem" 1 20 >"$log" || return 1
  kill "$!" 2>/dev/null
  load_note="Load average during the intake $(cut -d' ' -f1-3 /proc/loadavg)."
  while read -r what batch rate p50 p99 driver cpu visible memory bare bare50 bare99 bare_driver bare_cpu; do
    if [ "$what" = intake ]; then
      rows+="| CDR intake, $batch a POST, $seconds s: records/s on disk, p50 / p99 of a POST | $rate/s, $p50 / $p99 ms | $bare/s, $bare50 / $bare99 ms |"$'\n'
      rows+="| after it: the last acknowledged record shows in the API; resident memory | $visible ms; $memory MB | |"$'\n'
      load_note+=" At $batch a POST the driver took $driver % of a core and the server $cpu %; with the bare sink the driver took $bare_driver %."
    elif [ "$what" = offered ]; then # RECORDS TAKEN P50 P99 DRIVER SERVER MOST VISIBLE
      rows+="| CDR intake, $batch records/s offered, 20 a POST, $seconds s: taken; acknowledged after p50 / p99 / at most, from when it was due | $rate/s; $p50 / $p99 / $visible ms | |"$'\n'
      rows+="| after it: the last acknowledged record shows in the API | $memory ms | |"$'\n'
      load_note+=" At the offered rate the driver took $driver % of a core and the server $cpu %."
    else # overload OFFERED CAPACITY TAKEN P99 REFUSED MEMORY RECOVERY
      rows+="| 32 bridges offer $batch records/s for $seconds s, 100 a POST; the most that is taken is $rate/s: taken, p99 of a POST, refused POSTs, most resident memory | $p50/s, $p99 ms, $driver, $cpu MB | |"$'\n'
      rows+="| after it: every acknowledged record shows in the API | $visible ms | |"$'\n'
    fi
  done <"$log"
}

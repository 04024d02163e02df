# Sourced by releng/bench: licensing over 90 days of 24 Call Bridges and ten years of one cluster, beside the same queries in sqlite3.
. "$here/scripts/plain-build.sh"
compile_bundle licensing target/bench-licensing
licensing_bench() { # report|years DIRECTORY
  mkdir -p "$2"
  "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC -Dorg.slf4j.simpleLogger.defaultLogLevel=warn --enable-native-access=ALL-UNNAMED \
    -cp "target/bench-licensing/tests:target/bench-licensing/main:$libraries" org.moothall.licensing.internal.LicensingBench "$1" "$2"
}
sqlite_time() { # WHAT STORE SQL
  local begin end
  begin=$(date +%s%N)
  sqlite3 "$2" "$3" >/dev/null
  end=$(date +%s%N)
  printf '%-36s %12s\n' "sqlite3: $1, ms" "$(((end - begin) / 1000000))"
}
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
licensing_bench report "$directory/report"
if command -v sqlite3 >/dev/null; then
  store=$directory/report/moothall.db
  sqlite_time "chart of a day" "$store" \
    'select bin, sum(pmp), sum(full_meeting), sum(audio), sum(known) from licensing_bin where bin > (select max(bin) - 288 from licensing_bin) group by bin'
  sqlite_time "chart of 90 days" "$store" "select * from licensing_day where scope = '' order by day"
  sqlite_time "all that the report holds" "$store" \
    'select * from licensing_snapshot order by at, cluster, source; select * from licensing_bin order by bin, cluster; select * from licensing_day'
fi
licensing_bench years "$directory/years"

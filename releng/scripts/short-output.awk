# Maven's output in short: which module is built, which tests ran, what went wrong, and a sign of life while it fetches.
/sha-1/ { next }
/^\[INFO\] Downloaded from/ { if (++fetched % 50 == 0) { print "   … " fetched " files fetched from Maven Central (only once)"; fflush() } next }
/^\[INFO\] Building .*\[[0-9]+\/[0-9]+\]$/ { sub(/^\[INFO\] Building /, ""); gsub(/ +/, " "); sub(/ 1\.0\.0-SNAPSHOT/, ""); print "   " $0; fflush(); next }
/^(\[[A-Z]+\] )?Tests run:.* -- in / {
  if (/Tests run: 0, Failures: 0, Errors: 0/) next # the sum after nested and repeated classes, which tell their own
  sub(/.*Tests run: /, ""); split($0, part, ","); name = $0; sub(/.* in /, "", name)
  print "      " name ": " part[1] " tests" (/Failures: 0, Errors: 0/ ? "" : "  <<< FAILED"); fflush(); next
}
/^\[ERROR\]|<<< (FAILURE|ERROR)/ { print; fflush() }

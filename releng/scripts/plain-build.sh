# Sourced by what compiles bundles without Tycho, from the checkout's root: sets JAVA_HOME and libraries, defines compile_bundle.
. releng/find-jdk.sh
libraries="$(releng/scripts/target-jars)$(releng/scripts/tool-classpath junit)"

compile_folders() { # OUTPUT CLASS-PATH FOLDER…: sources, and whatever else lies beside them
  local to=$1 path=$2 folder
  shift 2
  mkdir -p "$to"
  find "$@" -name '*.java' -not -name package-info.java >"$to/../sources"
  "$JAVA_HOME/bin/javac" -J-XX:+UseSerialGC --release 21 -encoding UTF-8 -proc:none -nowarn -Xlint:none -XDsuppressNotes -implicit:class \
    -sourcepath "$(printf '%s:' bundles/*/src tests/testkit/src)" -classpath "$path" -d "$to" @"$to/../sources"
  for folder in "$@"; do (cd "$folder" && find . -type f -not -name '*.java' -exec cp --parents -t "$OLDPWD/$to" {} +); done
}

compile_bundle() { # BUNDLE OUTPUT: classes into OUTPUT/main, those of its tests into OUTPUT/tests
  local bundle=$1 out=$2 folder
  rm -rf "$out" && mkdir -p "$out/main"
  compile_folders "$out/main" "$libraries" "bundles/$bundle/src"
  for folder in bundles/*/src; do (cd "$folder" && find . -type f -not -name '*.java' -exec cp --parents -t "$OLDPWD/$out/main" {} +); done
  compile_folders "$out/tests" "$out/main:$libraries" "bundles/$bundle/src_test"
}

# Sourced by mvnw, bin/hedgerow and .ci/run: sets JAVA_HOME to a Java 25 or newer, or ends with a
# message. Order: JAVA_HOME if it is new enough, then the java on PATH, then the newest in the usual
# places. POSIX sh, also under `set -euf`.
#
#   hedgerow_java_tool   the program that a home must have: javac to build (default), java to run
#   HEDGEROW_JVM_DIRS    directories whose children are homes, separated by colons, in place of the
#                        usual ones

hedgerow_java_needed=25
hedgerow_java_tool=${hedgerow_java_tool:-javac}
hedgerow_jvm_dirs=${HEDGEROW_JVM_DIRS-/usr/lib/jvm:/usr/local/lib/jvm:/opt:/opt/java:/Library/Java/JavaVirtualMachines:${HOME-}/Library/Java/JavaVirtualMachines:${HOME-}/.sdkman/candidates/java:${HOME-}/.jdks:${HOME-}/.local/share/mise/installs/java:${HOME-}/.asdf/installs/java}

# Prints the feature number of the Java at $1 (17, 25, ...), or 0 where there is none to use.
hedgerow_java_version() {
  hedgerow_found=
  if [ -x "$1/bin/java" ] && [ -x "$1/bin/$hedgerow_java_tool" ]; then
    hedgerow_found=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9][0-9]*\).*/\1/p' "$1/release" 2>/dev/null) || :
    if [ -z "$hedgerow_found" ]; then
      hedgerow_found=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9][0-9]*\).*/\1/p') || :
    fi
  fi
  echo "${hedgerow_found:-0}"
}

# Prints the home of the java on PATH, as it names it itself, or nothing.
hedgerow_java_on_path() {
  java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

# Prints the newest home among the usual directories, or nothing. Needs globs, so it is a subshell.
hedgerow_java_newest() (
  set +f
  newest=
  newest_version=0
  IFS=:
  for dir in $hedgerow_jvm_dirs; do
    for home in "$dir"/* "$dir"/*/Contents/Home; do
      [ -d "$home" ] || continue
      version=$(hedgerow_java_version "$home")
      if [ "$version" -gt "$newest_version" ]; then
        newest=$home
        newest_version=$version
      fi
    done
  done
  echo "$newest"
)

# Takes $1 as JAVA_HOME if it is new enough.
hedgerow_java_take() {
  [ -n "$1" ] && [ "$(hedgerow_java_version "$1")" -ge "$hedgerow_java_needed" ] || return 1
  JAVA_HOME=$1
  export JAVA_HOME
}

hedgerow_java_missing() {
  echo "Hedgerow needs Java $hedgerow_java_needed or newer (with $hedgerow_java_tool), and none was found." >&2
  echo "  JAVA_HOME     ${JAVA_HOME:-not set}" >&2
  echo "  java on PATH  $(command -v java || echo none)" >&2
  echo "  searched      $hedgerow_jvm_dirs" >&2
  echo "Install a JDK $hedgerow_java_needed, for example Eclipse Temurin, and set JAVA_HOME to its directory." >&2
}

hedgerow_java_take "${JAVA_HOME-}" ||
  hedgerow_java_take "$(hedgerow_java_on_path)" ||
  hedgerow_java_take "$(hedgerow_java_newest)" || {
  hedgerow_java_missing
  exit 1
}

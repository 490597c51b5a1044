# Sourced by mvnw and bin/hedgerow: sets JAVA_HOME to a JDK 25 or newer, or ends with a message.
# Order: JAVA_HOME if it is new enough, then the java on PATH, then the newest JDK in the usual
# places. POSIX sh, works under `set -euf`.
#
#   HEDGEROW_JDK_DIRS   directories whose children are JDKs, separated by colons, in place of the
#                       usual ones

hedgerow_jdk_needed=25
hedgerow_jdk_dirs="${HEDGEROW_JDK_DIRS-/usr/lib/jvm:/usr/local/lib/jvm:/opt:/opt/java:/opt/jdk:/Library/Java/JavaVirtualMachines:${HOME-}/.sdkman/candidates/java:${HOME-}/.jdks:${HOME-}/.local/share/mise/installs/java:${HOME-}/.asdf/installs/java:${HOME-}/Library/Java/JavaVirtualMachines}"

# Prints the feature number of the JDK at $1 (17, 25, ...), or 0 where there is no JDK.
hedgerow_jdk_version() {
  if [ ! -x "$1/bin/java" ] || [ ! -x "$1/bin/javac" ]; then
    echo 0
    return 0
  fi
  hedgerow_found=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9][0-9]*\).*/\1/p' "$1/release" 2>/dev/null) || hedgerow_found=
  if [ -z "$hedgerow_found" ]; then
    hedgerow_found=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9][0-9]*\).*/\1/p') || hedgerow_found=
  fi
  echo "${hedgerow_found:-0}"
}

# Prints the home of the java on PATH with links resolved, or nothing.
hedgerow_jdk_on_path() {
  hedgerow_java=$(command -v java 2>/dev/null) || return 0
  while [ -L "$hedgerow_java" ]; do
    hedgerow_link=$(readlink "$hedgerow_java")
    case "$hedgerow_link" in
    /*) hedgerow_java=$hedgerow_link ;;
    *) hedgerow_java=${hedgerow_java%/*}/$hedgerow_link ;;
    esac
  done
  hedgerow_java=${hedgerow_java%/*}
  echo "${hedgerow_java%/*}"
}

# Prints the newest JDK among the usual directories, or nothing. Globs, so it runs in a subshell.
hedgerow_jdk_newest() (
  set +f
  newest=
  newest_version=0
  IFS=:
  for dir in $hedgerow_jdk_dirs; do
    for home in "$dir"/* "$dir"/*/Contents/Home; do
      [ -d "$home" ] || continue
      version=$(hedgerow_jdk_version "$home")
      if [ "$version" -gt "$newest_version" ]; then
        newest=$home
        newest_version=$version
      fi
    done
  done
  echo "$newest"
)

hedgerow_jdk_select() {
  for hedgerow_home in "${JAVA_HOME-}" "$(hedgerow_jdk_on_path)" "$(hedgerow_jdk_newest)"; do
    if [ -n "$hedgerow_home" ] &&
      [ "$(hedgerow_jdk_version "$hedgerow_home")" -ge "$hedgerow_jdk_needed" ]; then
      JAVA_HOME=$hedgerow_home
      export JAVA_HOME
      return 0
    fi
  done
  echo "Hedgerow needs a JDK $hedgerow_jdk_needed or newer, and none was found." >&2
  echo "  JAVA_HOME: ${JAVA_HOME:-not set}" >&2
  echo "  java on PATH: $(command -v java 2>/dev/null || echo none)" >&2
  echo "  searched: $hedgerow_jdk_dirs" >&2
  echo "Install one (for example Eclipse Temurin $hedgerow_jdk_needed) and set JAVA_HOME to its directory." >&2
  return 1
}

hedgerow_jdk_select || exit 1

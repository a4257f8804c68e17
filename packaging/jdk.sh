# Finds a JDK. Sourced by ./goodgate and ./verify; starts no process for a JDK that carries the
# usual `release` file.
#
#   find_jdk 25        sets JDK_HOME to the first JDK of at least that version and JDK_BUILD to its
#                      build, or returns 1 and leaves in JDK_TRIED what was looked at, one a line

JDK_HOME='' JDK_BUILD='' JDK_TRIED=''

# Reads <home>/release into JDK_VERSION (such as 25.0.3) and JDK_BUILD.
read_release() {
    JDK_VERSION='' JDK_BUILD=''
    if [ -r "$1/release" ]; then
        while IFS='=' read -r key value; do
            value=${value#\"} value=${value%\"}
            case $key in
                JAVA_VERSION) JDK_VERSION=$value ;;
                JAVA_RUNTIME_VERSION) JDK_BUILD=$value ;;
            esac
        done <"$1/release"
    fi
    if [ -z "$JDK_VERSION" ]; then
        JDK_VERSION=$("$1/bin/java" -version 2>&1 | sed -n '1s/.*version "\([^"]*\)".*/\1/p')
    fi
    [ -n "$JDK_BUILD" ] || JDK_BUILD=$JDK_VERSION
}

# try_jdk <home> <least version> <where it was found>
try_jdk() {
    if [ ! -x "$1/bin/java" ]; then
        JDK_TRIED="$JDK_TRIED
  $3: $1 (no bin/java)"
        return 1
    fi
    read_release "$1"
    major=${JDK_VERSION#1.} major=${major%%[!0-9]*}
    if [ "${major:-0}" -lt "$2" ]; then
        JDK_TRIED="$JDK_TRIED
  $3: $1 (Java ${JDK_VERSION:-unknown})"
        return 1
    fi
    JDK_HOME=$1
}

# A java executable, or the folder of a JDK, as the folder.
jdk_home_of() {
    case $1 in
        */bin/java | java) home=$(readlink -f "$1" 2>/dev/null || printf '%s' "$1") && home=${home%/bin/java} ;;
        *) home=${1%/} ;;
    esac
}

find_jdk() {
    if [ -n "${GOODGATE_JAVA:-}" ]; then
        jdk_home_of "$GOODGATE_JAVA"
        try_jdk "$home" "$1" GOODGATE_JAVA
        return
    fi
    JDK_TRIED="
  GOODGATE_JAVA: not set"
    if [ -n "${JAVA_HOME:-}" ]; then
        try_jdk "${JAVA_HOME%/}" "$1" JAVA_HOME && return
    else
        JDK_TRIED="$JDK_TRIED
  JAVA_HOME: not set"
    fi
    if found=$(command -v java); then
        jdk_home_of "$found"
        try_jdk "$home" "$1" PATH && return
    else
        JDK_TRIED="$JDK_TRIED
  PATH: no java"
    fi
    for home in /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        [ -x "$home/bin/java" ] || continue
        try_jdk "$home" "$1" "usual folders" && return
    done
    JDK_TRIED="$JDK_TRIED
  usual folders: /usr/lib/jvm, /usr/java, /opt, ~/.sdkman, ~/.jdks, /Library/Java"
    return 1
}

# Builds the jars of a checkout and the archive that makes them start fast. Sourced by ./goodgate
# only when one of the two is missing or old; uses its variables and `fail`.

# One start builds, others wait for it. The lock is a folder that holds the builder's pid; a lock
# whose builder is gone is taken over.
lock() {
    mkdir -p "$state" 2>/dev/null || return 1
    said=''
    while ! mkdir "$state/lock" 2>/dev/null; do
        owner=''
        [ ! -r "$state/lock/pid" ] || read -r owner <"$state/lock/pid"
        if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
            rm -rf "$state/lock"
            continue
        fi
        [ -n "$said" ] || printf '%s\n' "goodgate: waiting for another start that is building" >&2
        said=yes
        sleep 1
    done
    echo $$ >"$state/lock/pid"
    trap unlock EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
}

unlock() {
    rm -rf "$state/lock"
    trap - EXIT INT TERM
}

build_if_needed() {
    lock || fail "cannot write $state: building needs it" 3
    if sources_changed; then
        [ -x "$JDK_HOME/bin/javac" ] || fail "$JDK_HOME has no javac: building needs a JDK" 3
        if [ -e "$state/built" ]; then
            echo "goodgate: building (sources changed)…" >&2
        else
            echo "goodgate: building (first use, about a minute)…" >&2
        fi
        started=$state/building
        : >"$started"
        if ! (cd "$here" && JAVA_HOME=$JDK_HOME ./mvnw -q -B -pl cli -am -Dmaven.test.skip=true package) \
            >"$state/build.log" 2>&1 </dev/null; then
            tail -n 40 "$state/build.log" >&2
            fail "the build failed; all of it is in $state/build.log" 3
        fi
        mv "$started" "$state/built"
    fi
    unlock
}

# What an archive is good for: these octets in jars of this age.
name_jars() {
    key=$( (cksum "$lib"/*.jar && ls -ln "$lib") | cksum) || return 1
    printf '%s\n' "${key%% *}" >"$lib/jars" || return 1
    read -r jars <"$lib/jars"
}

# Makes the archives of one set of jars, and drops those of others.
make_archives() {
    lock || return 0
    [ -s "$lib/jars" ] || name_jars || { unlock; return 0; }
    aot=$state/aot/$jars-$JDK_BUILD
    if [ ! -e "$aot-$use" ]; then
        rm -rf "$state/aot"
        mkdir -p "$state/aot"
        : >"$state/rehearsal.log"
        (set_options run && rehearse run run)
        (set_options explain && rehearse ask)
    fi
    unlock
}

# Runs a rehearsal (questions, or with the operand `run` some seconds of a gateway's traffic) and
# keeps what the JVM learned. Whatever goes wrong, Goodgate starts without it; an empty file says not
# to try again.
rehearse() {
    kept=$aot-$1
    shift
    # shellcheck disable=SC2086
    "$JDK_HOME/bin/java" -XX:AOTCacheOutput="$kept.new" $options -cp "$classpath" \
        dev.goodgate.cli.Rehearsal "$@" >>"$state/rehearsal.log" 2>&1 </dev/null
    if [ -s "$kept.new" ]; then mv "$kept.new" "$kept"; else : >"$kept"; fi
}

package dev.goodgate.bench.profile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How full the young generation of a JVM with the serial collector is.
final class Heap {
    private static final Pattern USED = Pattern.compile("(?:new generation|DefNew).*?used (\\d+)K");

    private Heap() {}

    /// 0 where the JVM doesn't tell.
    static long usedOctets(long pid) {
        Matcher used = USED.matcher(Tool.jcmd(pid, "GC.heap_info"));
        return used.find() ? Long.parseLong(used.group(1)) * 1024 : 0;
    }
}

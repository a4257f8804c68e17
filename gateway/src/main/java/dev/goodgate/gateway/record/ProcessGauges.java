package dev.goodgate.gateway.record;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/// What the process itself shows: time up, memory, file descriptors, processor and GC time.
final class ProcessGauges {
    private ProcessGauges() {}

    static void writeTo(Exposition out) {
        var runtime = ManagementFactory.getRuntimeMXBean();
        seconds(out, "goodgate_uptime_seconds", "Time since the start.", runtime.getUptime());
        seconds(
                out,
                "process_start_time_seconds",
                "When the process started, seconds since 1970.",
                runtime.getStartTime());
        writeMemory(out);
        if (ManagementFactory.getOperatingSystemMXBean()
                instanceof UnixOperatingSystemMXBean unix) {
            out.family("process_open_fds", Exposition.Type.GAUGE, "Open file descriptors.")
                    .sample("process_open_fds", unix.getOpenFileDescriptorCount());
            out.family("process_max_fds", Exposition.Type.GAUGE, "Most file descriptors allowed.")
                    .sample("process_max_fds", unix.getMaxFileDescriptorCount());
            out.family("process_cpu_seconds_total", Exposition.Type.COUNTER, "Processor time used.")
                    .sample("process_cpu_seconds_total", unix.getProcessCpuTime() / 1e9);
        }
        out.family(
                "jvm_gc_seconds_total", Exposition.Type.COUNTER, "Time spent collecting garbage.");
        for (GarbageCollectorMXBean gc : ManagementFactory.getGarbageCollectorMXBeans()) {
            double spent = Math.max(0, gc.getCollectionTime()) / 1e3;
            out.sample("jvm_gc_seconds_total", spent, "gc", gc.getName());
        }
        out.family("jvm_threads", Exposition.Type.GAUGE, "Live platform threads.")
                .sample("jvm_threads", ManagementFactory.getThreadMXBean().getThreadCount());
    }

    private static void writeMemory(Exposition out) {
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        out.family("jvm_heap_used_bytes", Exposition.Type.GAUGE, "Heap in use.")
                .sample("jvm_heap_used_bytes", heap.getUsed());
        out.family("jvm_heap_max_bytes", Exposition.Type.GAUGE, "Most heap allowed.")
                .sample("jvm_heap_max_bytes", heap.getMax());
        out.family(
                "jvm_buffer_used_bytes", Exposition.Type.GAUGE, "Memory of NIO buffers, by pool.");
        for (var pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
            out.sample("jvm_buffer_used_bytes", pool.getMemoryUsed(), "pool", pool.getName());
        }
    }

    private static void seconds(Exposition out, String name, String help, long millis) {
        out.family(name, Exposition.Type.GAUGE, help).sample(name, millis / 1e3);
    }
}

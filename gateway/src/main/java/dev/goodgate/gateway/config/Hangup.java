package dev.goodgate.gateway.config;

import java.lang.reflect.Proxy;

/// The signal HUP, by which operators ask for a reload. The JDK has no supported door to signals:
/// this is the one place that reaches for `sun.misc.Signal`, by reflection.
final class Hangup {
    private Hangup() {}

    /// Calls `asked` at each HUP, on a thread of the JVM: it must return soon. False: this system
    /// has no such signal, or somebody else has it (`-Xrs`); then nothing happens.
    @SuppressWarnings("ReferenceEquality") // a proxy is equal to itself only
    static boolean listen(Runnable asked) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy =
                    Proxy.newProxyInstance(
                            Hangup.class.getClassLoader(),
                            new Class<?>[] {handler},
                            (self, method, arguments) ->
                                    switch (method.getName()) {
                                        case "handle" -> run(asked);
                                        case "equals" -> arguments != null && self == arguments[0];
                                        case "hashCode" -> System.identityHashCode(self);
                                        default -> "reload on HUP";
                                    });
            Object hup = signal.getConstructor(String.class).newInstance("HUP");
            signal.getMethod("handle", signal, handler).invoke(null, hup, proxy);
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static @org.jspecify.annotations.Nullable Object run(Runnable asked) {
        asked.run();
        return null;
    }
}

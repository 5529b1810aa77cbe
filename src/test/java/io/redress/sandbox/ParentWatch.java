package io.redress.sandbox;

import java.io.IOException;

/** Ends a process together with the one that started it, however that ends: it holds the other end of our standard input. */
public final class ParentWatch {

    private ParentWatch() {}

    /** @param last what is still done before this process ends too */
    public static void start(Runnable last) {
        var watch = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {}
                    } catch (IOException e) {
                        // The same as its end.
                    }
                    try {
                        last.run();
                    } finally {
                        Runtime.getRuntime().halt(1);
                    }
                },
                "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }
}

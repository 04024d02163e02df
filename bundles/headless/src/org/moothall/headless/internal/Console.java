package org.moothall.headless.internal;

/** The terminal that the program was started from. */
final class Console {

    private Console() {}

    static void say(String text) {
        System.out.println(text);
        System.out.flush();
    }

    static void complain(String line) {
        System.err.println(line);
        System.err.flush();
    }
}

package dev.inkling.openai.transport;

import java.time.Duration;

/** Lets time pass; tests let none pass. */
@FunctionalInterface
interface Sleeper {
    void sleep(Duration duration) throws InterruptedException;
}

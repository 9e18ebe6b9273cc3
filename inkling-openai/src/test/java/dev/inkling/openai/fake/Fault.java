package dev.inkling.openai.fake;

/** What a service does instead of answering. */
public enum Fault {
    /** Answers, but after a while. */
    SLOW,
    /** Says 429 and when to come back. */
    RATE_LIMIT,
    /** Says 503. */
    UNAVAILABLE,
    /** Ends the connection in the middle of the answer. */
    CUT,
    /** Sends half a JSON value and calls it whole. */
    MALFORMED_JSON,
    /** Sends a picture, or a text, that is not one. */
    WRONG_CONTENT,
    /** Sends more than anybody wants. */
    HUGE,
    /** Does not want to. */
    REFUSAL
}

package dev.inkling.classical;

/** A term of the vocabulary of layouts. */
interface Phrase {
    /** One to four lower-case words with single spaces. */
    String words();
}

package dev.inkling.text;

import dev.inkling.entropy.RangeEncoder;

/** A text that has been modelled and can be written, more than once. */
interface CodedText {
    /** For a message of unknown length. */
    int UNKNOWN = -1;

    /**
     * Writes the text and its end.
     *
     * @param bytes how long the whole message will be when nothing follows the text, or {@link #UNKNOWN}
     */
    void write(int bytes, RangeEncoder out);
}

package dev.inkling.onnx.models;

import java.time.Duration;

/** Hears how far work on the files of a model has come. */
public interface TransferListener {
    /** It begins, or begins again with more to do. */
    void begins(long bytes);

    /** Some of it is done; less than 0 where bytes turned out to be of no use. */
    void advanced(long bytes);

    /**
     * It pauses, and then goes on.
     *
     * @param reason what failed, one line
     */
    void pauses(String reason, Duration pause);
}

package dev.inkling.onnx.diffusion;

/**
 * What a generator may take of a machine.
 *
 * @param threads   how many threads it may keep busy, 1 or more
 * @param keptBytes how many bytes of networks may stay loaded between pictures, 0 or more; those that do not fit are
 *                  loaded for each picture anew
 */
public record Resources(int threads, long keptBytes) {
    public Resources {
        if (threads < 1 || keptBytes < 0) {
            throw new IllegalArgumentException(threads + " threads and " + keptBytes + " bytes");
        }
    }
}

package dev.inkling.eval;

import dev.inkling.metrics.Rate;
import java.util.Map;
import java.util.Objects;

/**
 * What one codec did with one picture at one budget.
 *
 * @param picture       name of the picture
 * @param codec         name of the codec
 * @param maxBytes      the budget
 * @param bytes         length of the file on disk; 0 when there is none
 * @param bpp           bits of the file per pixel of the source
 * @param microBpp      the same in millionths
 * @param parts         bits by part of the file
 * @param setting       what the codec chose to meet the budget
 * @param encodeSeconds time of the encoding, without the search for the setting
 * @param decodeSeconds time of one decoding, start of programs included
 * @param metrics       values by name of the metric, means where the file was decoded more than once; those that failed
 *                      are missing
 * @param deviations    standard deviations over the decodes by name of the metric; empty for a single decode
 * @param failure       what went wrong, in one line; empty when nothing did
 */
public record Measurement(
        String picture,
        String codec,
        int maxBytes,
        long bytes,
        double bpp,
        double microBpp,
        Map<String, Long> parts,
        String setting,
        double encodeSeconds,
        double decodeSeconds,
        Map<String, Double> metrics,
        Map<String, Double> deviations,
        String failure) {

    public Measurement {
        // Results from before files were decoded more than once lack them.
        deviations = Objects.requireNonNullElse(deviations, Map.of());
    }

    static Measurement of(
            SourcePicture picture, Codec codec, int maxBytes, long bytes, Coded coded, Scores scores) {
        return new Measurement(
                picture.name(), codec.name(), maxBytes, bytes, Rate.bpp(bytes, picture.size()),
                Rate.microBpp(bytes, picture.size()), coded.parts(), coded.setting(), coded.seconds(),
                scores.decodeSeconds(), scores.means(), scores.deviations(), scores.failure());
    }

    static Measurement failed(SourcePicture picture, Codec codec, int maxBytes, Throwable cause) {
        return new Measurement(
                picture.name(), codec.name(), maxBytes, 0, 0, 0, Map.of(), "", 0, 0, Map.of(), Map.of(), reason(cause));
    }

    static String reason(Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.replaceAll("\\s*\\R\\s*", " ");
    }

    /** Whether everything that was asked for is here. */
    boolean complete() {
        return failure.isEmpty();
    }
}

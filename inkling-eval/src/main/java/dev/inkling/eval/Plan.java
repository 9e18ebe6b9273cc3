package dev.inkling.eval;

import dev.inkling.codec.Encoder;
import dev.inkling.eval.metrics.Embedder;
import dev.inkling.eval.metrics.Metric;
import dev.inkling.onnx.OnnxUpscaler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation does: every codec on every picture at every budget.
 *
 * @param pictures the pictures
 * @param codecs   the codecs; the first is the one that the others are compared with
 * @param budgets  most bytes of a file, ascending
 * @param metrics  what reconstructions are measured with
 * @param keep     whether the files stay
 * @param decodes  how often each file is decoded, 1 or more: the decoder of a random generator makes other pictures
 * @param embedder makes the vectors that whole sets are compared by; null to compare none
 */
public record Plan(
        List<SourcePicture> pictures,
        List<Codec> codecs,
        List<Integer> budgets,
        List<Metric> metrics,
        boolean keep,
        int decodes,
        @Nullable Embedder embedder) {

    public Plan {
        pictures = List.copyOf(pictures);
        codecs = List.copyOf(codecs);
        budgets = budgets.stream().sorted().distinct().toList();
        metrics = List.copyOf(metrics);
        if (decodes < 1) {
            throw new IllegalArgumentException("files cannot be decoded " + decodes + " times");
        }
    }

    /** How many measurements this makes. */
    public int size() {
        return pictures.size() * codecs.size() * budgets.size();
    }

    /** Names a measurement by all that decides its result, the compiled code of this project included. */
    String key(SourcePicture picture, Codec codec, int maxBytes, String code) {
        List<String> texts = new ArrayList<>(
                List.of(code, picture.name(), picture.sha256(), codec.identity(), String.valueOf(maxBytes)));
        metrics.forEach(metric -> texts.add(metric.name() + " " + metric.model()));
        texts.add(String.valueOf(decodes));
        texts.add(embedder == null ? "" : embedder.model());
        return ContentHash.ofTexts(texts);
    }

    /** SHA-256 of the code that makes the results. */
    static String code() throws IOException {
        return ContentHash.ofCode(Encoder.class, OnnxUpscaler.class, Plan.class);
    }
}

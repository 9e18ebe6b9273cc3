package dev.inkling.cli;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider as the command line names it: {@code openai}, {@code openai:gpt-4o}, {@code a1111:http://127.0.0.1:7860},
 * {@code vision:detector.onnx}.
 *
 * @param kind   what it is
 * @param detail what follows the colon; null when nothing does
 */
record ProviderName(Kind kind, @Nullable String detail) {
    /** The kinds of provider. */
    enum Kind {
        EMBEDDED("embedded"),
        OPENAI("openai"),
        A1111("a1111"),
        VISION("vision", true),
        CAPTION("caption", true),
        DIFFUSION("diffusion", true),
        UNCLIP("unclip", true);

        private final String label;
        private final boolean model;

        Kind(String label) {
            this(label, false);
        }

        Kind(String label, boolean model) {
            this.label = label;
            this.model = model;
        }

        /** Whether it is a model of the user's, which runs in this process. */
        boolean isModel() {
            return model;
        }
    }

    /** @param known the kinds that the option takes */
    static ProviderName of(String option, String text, List<Kind> known) {
        String[] parts = text.split(":", 2);
        Kind kind = Arrays.stream(Kind.values())
                .filter(one -> one.label.equals(parts[0]) && known.contains(one))
                .findFirst()
                .orElseThrow(() -> new UsageException(option + ": '" + text + "' is none of "
                        + String.join(", ", known.stream().map(one -> one.label).toList())));
        boolean empty = parts.length == 2 && parts[1].isBlank();
        if (empty || kind == Kind.EMBEDDED && parts.length == 2) {
            throw new UsageException(option + ": nothing fits after the colon of '" + text + "'");
        }
        if (kind.isModel() && parts.length == 1) {
            throw new UsageException(option + ": '" + text + "' needs a model: " + text + ":MODEL");
        }
        return new ProviderName(kind, parts.length == 2 ? parts[1] : null);
    }
}

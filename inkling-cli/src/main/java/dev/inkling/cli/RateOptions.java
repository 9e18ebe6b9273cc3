package dev.inkling.cli;

import dev.inkling.TextCoder;
import dev.inkling.codec.EncodeOptions;
import dev.inkling.codec.Profile;
import dev.inkling.codec.RateTarget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say how to encode. */
final class RateOptions {
    private static final Pattern NUMBER = Pattern.compile("([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE]-?[0-9]+)?");
    private static final RateTarget DEFAULT_RATE = new RateTarget.Quality(5);

    @Option(
            names = "--max-bytes",
            order = 2,
            paramLabel = "N",
            description = "largest file in bytes, 1 to 1048576",
            converter = MaxBytes.class)
    private RateTarget.@Nullable Bytes maxBytes;

    @Option(
            names = {"-q", "--quality"},
            order = 3,
            paramLabel = "Q",
            description = {
                "largest file on a scale of 0 (44 bytes) to 10 (1408 bytes), fractions allowed; each 2 steps double it"
                        + " (default: 5, 248 bytes; clip: 1 bit a dimension, clip-color: 1.5)"
            },
            converter = Quality.class)
    private RateTarget.@Nullable Quality quality;

    @Option(
            names = "--rate",
            order = 4,
            paramLabel = "R",
            hidden = true,
            description = {
                "largest file in bits per pixel, above 0 to 8bpp: 0.003bpp, or in millionths: 300ubpp, 300µbpp"
            },
            converter = Rate.class)
    private RateTarget.@Nullable BitsPerPixel rate;

    @Option(
            names = "--profile",
            order = 5,
            paramLabel = "NAME",
            description = {
                "what the file holds: text (a description), keywords (its main words), picture (a tiny picture), hybrid"
                        + " (description and tiny picture), sketch (description and lines), clip (a vector) or clip-color"
                        + " (a vector and a tiny picture of few bytes); the last two need --embedder (default: hybrid)"
            },
            converter = ProfileName.class,
            completionCandidates = ProfileNames.class)
    private Profile profile = Profile.HYBRID;

    @Option(
            names = "--effort",
            order = 6,
            paramLabel = "N",
            description = {
                "1 (fast) to 9 (slow): how many sizes of the tiny picture are looked at through the generator; at 1 it is"
                        + " not asked (default: 5)"
            },
            converter = Effort.class)
    private int effort = EncodeOptions.DEFAULT_EFFORT;

    @Option(
            names = "--archive",
            order = 6,
            hidden = true,
            description = "long form for archives: a 4-byte signature and a CRC-32C (default: short form)")
    private boolean archive;

    @Mixin
    private CoderOptions coderOptions = new CoderOptions();

    EncodeOptions encodeOptions() {
        List<RateTarget> given = new ArrayList<>();
        for (RateTarget target : Arrays.asList(maxBytes, quality, rate)) {
            if (target != null) {
                given.add(target);
            }
        }
        if (given.size() > 1) {
            throw new UsageException("give only one of --max-bytes, --quality and --rate");
        }
        TextCoder coder = coderOptions.coder();
        if (profile == Profile.KEYWORDS && coder == TextCoder.ZLIB) {
            throw new UsageException("the coder zlib is not for keywords");
        }
        return new EncodeOptions(profile, given.isEmpty() ? defaultRate() : given.get(0), archive, coder, effort);
    }

    private RateTarget defaultRate() {
        return switch (profile) {
            case CLIP -> new RateTarget.BitsPerDimension(1);
            case CLIP_COLOR -> new RateTarget.BitsPerDimension(1.5);
            default -> DEFAULT_RATE;
        };
    }

    /** A number as people write it: Java also takes {@code 5f}, {@code 0x1p2} and {@code NaN}. */
    private static double decimal(String text) {
        if (!NUMBER.matcher(text.strip()).matches()) {
            throw new IllegalArgumentException("no number");
        }
        return Double.parseDouble(text);
    }

    /** Reads {@code --max-bytes}. */
    static final class MaxBytes implements ITypeConverter<RateTarget.Bytes> {
        @Override
        public RateTarget.Bytes convert(String text) {
            try {
                return new RateTarget.Bytes(Integer.parseInt(text));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + text + "' is not a whole number of 1 to 1048576");
            }
        }
    }

    /** Reads {@code --effort}. */
    static final class Effort implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (!text.matches("[1-9]")) {
                throw new TypeConversionException("'" + text + "' is not a whole number of 1 to 9");
            }
            return Integer.valueOf(text);
        }
    }

    /** Reads {@code --quality}. */
    static final class Quality implements ITypeConverter<RateTarget.Quality> {
        @Override
        public RateTarget.Quality convert(String text) {
            try {
                return new RateTarget.Quality(decimal(text));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + text + "' is not a number of 0 to 10");
            }
        }
    }

    /** Reads {@code --rate}; a number without a unit is refused, because it could be either. */
    static final class Rate implements ITypeConverter<RateTarget.BitsPerPixel> {
        @Override
        public RateTarget.BitsPerPixel convert(String text) {
            try {
                return new RateTarget.BitsPerPixel(bitsPerPixel(text.toLowerCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(
                        "'" + text + "' is not a rate above 0 to 8bpp, such as 0.003bpp or 300ubpp");
            }
        }

        /** The micro sign and the Greek letter look alike; keyboards have either. */
        private static double bitsPerPixel(String text) {
            if (text.matches(".*[uµμ]bpp")) {
                return decimal(text.substring(0, text.length() - 4)) / 1e6;
            }
            if (text.endsWith("bpp")) {
                return decimal(text.substring(0, text.length() - 3));
            }
            throw new IllegalArgumentException("no unit");
        }
    }

    /** Reads {@code --profile}. */
    static final class ProfileName implements ITypeConverter<Profile> {
        @Override
        public Profile convert(String text) {
            return Arrays.stream(Profile.values())
                    .filter(profile -> profile.label().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of "
                            + String.join(", ", new ProfileNames())));
        }
    }

    /** The names of the profiles, for completion. */
    static final class ProfileNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Profile.values())
                    .map(Profile::label)
                    .collect(Collectors.toList())
                    .iterator();
        }
    }
}

package dev.inkling.image;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of picture file that are written. */
public enum PictureFormat {
    PNG("png", List.of("png")),
    JPEG("jpeg", List.of("jpg", "jpeg"));

    private final String formatName;
    private final List<String> extensions;

    PictureFormat(String formatName, List<String> extensions) {
        this.formatName = formatName;
        this.extensions = extensions;
    }

    /** The name that {@link javax.imageio.ImageIO} has for it. */
    String formatName() {
        return formatName;
    }

    /** The format that a file name's extension stands for, in either case; empty for an unknown or missing one. */
    public static Optional<PictureFormat> ofFileName(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.extensions.contains(extension))
                .findFirst();
    }

    /** All extensions, for messages: {@code .png, .jpg, .jpeg}. */
    public static String knownExtensions() {
        return Arrays.stream(values())
                .flatMap(format -> format.extensions.stream())
                .map(extension -> "." + extension)
                .collect(Collectors.joining(", "));
    }
}

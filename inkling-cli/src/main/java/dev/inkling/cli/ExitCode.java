package dev.inkling.cli;

import dev.inkling.MalformedBitstreamException;
import dev.inkling.ProviderException;
import dev.inkling.UnsupportedBitstreamException;
import dev.inkling.codec.BudgetTooSmallException;
import dev.inkling.image.PictureTooLargeException;
import dev.inkling.image.UnreadablePictureException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.util.Locale;
import picocli.CommandLine.ParameterException;

/** The exit codes, one for each decision that a caller can take. */
enum ExitCode {
    OK(0),
    /** A defect here, or a disk that fails: report it. */
    INTERNAL(1),
    /** A wrong option, a missing file, a budget that is too small: change the call. */
    USAGE(2),
    /** Not a valid file: reject it. */
    MALFORMED(3),
    /** Valid but not for this version or these limits: upgrade, fetch, or raise the limit. */
    UNSUPPORTED(4),
    /** A model or service failed: retry or switch. */
    PROVIDER(5);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** Lower-case name, as the error objects of {@code --json} have it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ExitCode of(Throwable failure) {
        if (failure instanceof UsageException
                || failure instanceof ParameterException
                || failure instanceof FileSystemException
                || failure instanceof InvalidPathException
                || failure instanceof BudgetTooSmallException) {
            return USAGE;
        }
        if (failure instanceof MalformedBitstreamException || failure instanceof UnreadablePictureException) {
            return MALFORMED;
        }
        if (failure instanceof UnsupportedBitstreamException || failure instanceof PictureTooLargeException) {
            return UNSUPPORTED;
        }
        return failure instanceof ProviderException ? PROVIDER : INTERNAL;
    }
}

package dev.inkling.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/**
 * A failure as the user is told of it.
 *
 * @param exitCode the exit code
 * @param file     the file it is about; null when it is about none
 * @param what     one line
 */
record Failure(ExitCode exitCode, @Nullable String file, String what) {
    /**
     * @param subject the file that was worked on; the exception may know better
     */
    static Failure of(Throwable cause, @Nullable String subject) {
        ExitCode code = ExitCode.of(cause);
        if (cause instanceof FileSystemException e && e.getFile() != null) {
            return new Failure(code, e.getFile(), reason(e));
        }
        String message = oneLine(cause.getMessage());
        if (code != ExitCode.INTERNAL || cause instanceof IOException) {
            return new Failure(code, subject, message);
        }
        return new Failure(
                code, subject, "internal error: " + cause.getClass().getSimpleName() + ": " + message
                        + " (INKLING_DEBUG=1 shows where)");
    }

    private static String reason(FileSystemException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (e instanceof AccessDeniedException) {
            return "access denied";
        }
        if (e instanceof NotDirectoryException) {
            return "is not a folder";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "is there already, and not a folder";
        }
        return e.getReason() == null ? e.getClass().getSimpleName() : oneLine(e.getReason());
    }

    private static String oneLine(@Nullable String message) {
        return message == null ? "no message" : message.replaceAll("\\s*\\R\\s*", " ");
    }

    /** As it goes to standard error: {@code inkling: <file>: <what>}. */
    String line() {
        return "inkling: " + (file == null || file.isEmpty() ? "" : file + ": ") + what;
    }

    /** As it goes to standard output under {@code --json}. */
    String json() {
        JsonWriter json = new JsonWriter();
        json.beginObject().name("error");
        writeTo(json);
        return json.endObject().toString();
    }

    /** Writes the error object itself. */
    void writeTo(JsonWriter json) {
        json.beginObject();
        if (file != null) {
            json.name("file").value(file);
        }
        json.name("kind").value(exitCode.label());
        json.name("exitCode").value(exitCode.code());
        json.name("message").value(what).endObject();
    }
}

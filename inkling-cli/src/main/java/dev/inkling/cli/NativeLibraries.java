package dev.inkling.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * The libraries of ONNX Runtime for this machine. It unpacks them anew at every start, 28 MB, unless it is told where they
 * lie ({@code -Donnxruntime.native.path}).
 */
final class NativeLibraries {
    private static final List<String> NAMES = List.of("onnxruntime", "onnxruntime4j_jni");

    private NativeLibraries() {}

    /** Unpacks them into a folder, which appears when they are complete; not at all where there are none. */
    static void unpack(Path folder) throws IOException {
        Path unfinished = Files.createDirectories(folder.resolveSibling(folder.getFileName() + ".new"));
        for (String name : NAMES) {
            String file = System.mapLibraryName(name);
            try (InputStream in = NativeLibraries.class.getResourceAsStream(
                    "/ai/onnxruntime/native/" + platform() + "/" + file)) {
                if (in == null) {
                    return;
                }
                Files.copy(in, unfinished.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(unfinished, folder);
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        return (system.contains("mac") ? "osx" : "linux") + "-" + (processor.equals("amd64") ? "x64" : processor);
    }
}

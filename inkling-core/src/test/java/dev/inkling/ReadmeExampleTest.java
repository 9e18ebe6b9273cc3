package dev.inkling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles and runs the {@code java} block of the README. Its imports are taken as they are; its other lines become the
 * body of a method, which runs in the root folder of the project. Java compiles a program of one file before it runs it.
 */
class ReadmeExampleTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void exampleCompilesAndRuns() throws IOException, InterruptedException {
        Path readme = ROOT.resolve("README.md");
        Matcher block = BLOCK.matcher(Files.exists(readme) ? Files.readString(readme) : "");
        assumeTrue(block.find(), "not run: README.md has no java block");
        Path source = folder.resolve("Example.java");
        Files.writeString(source, program(block.group(1)));
        Process example = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp", absolute(System.getProperty("java.class.path")), source.toString())
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(example.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(example.waitFor()).as(printed).isZero();
    }

    private static String absolute(String classPath) {
        List<String> entries = new ArrayList<>();
        for (String entry : classPath.split(System.getProperty("path.separator"))) {
            entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(System.getProperty("path.separator"), entries);
    }

    private static String program(String example) {
        StringBuilder imports = new StringBuilder();
        StringBuilder body = new StringBuilder();
        for (String line : example.split("\n")) {
            (line.startsWith("import ") ? imports : body).append(line).append('\n');
        }
        return imports + "class Example {\n    public static void main(String[] args) throws Exception {\n" + body
                + "    }\n}\n";
    }
}

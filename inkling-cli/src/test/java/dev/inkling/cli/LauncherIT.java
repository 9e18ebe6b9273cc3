package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, once the jars are there. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
    private static final Path LAUNCHER = CommandRun.HOME.resolve("inkling");

    @TempDir
    private Path folder;

    /** The build that runs this test is the one that the launcher would make. */
    @BeforeAll
    static void markBuilt() throws IOException {
        Path stamp = CommandRun.HOME.resolve("inkling-cli").resolve("target").resolve("launcher.built");
        Files.deleteIfExists(stamp);
        Files.createFile(stamp);
    }

    @Test
    void worksFromAnyFolderAndThroughLinks() throws Exception {
        Path first = Files.createSymbolicLink(folder.resolve("first link"), LAUNCHER);
        Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("first link"));

        for (Path launcher : List.of(LAUNCHER, first, second)) {
            assertThat(run(launcher.toString(), "--version")).matches("inkling [0-9.]+\n");
        }
        Files.delete(second);
        Files.delete(first);
    }

    @Test
    void readsWordsInAnyLocale() throws Exception {
        ProcessBuilder process = process(LAUNCHER.toString(), "info", "d\u00e9j\u00e0 \u00b5.inkl");
        process.environment().put("LC_ALL", "C");

        String output = finish(process, 2);

        assertThat(output).endsWith("no such file or folder\n");
    }

    @Test
    void passesBytesThrough() throws Exception {
        Path file = folder.resolve("p.inkl");
        String photograph = CommandRun.PHOTOGRAPHS.resolve("rocket.jpg").toString();

        run(LAUNCHER.toString(), "encode", photograph, "-o", file.toString());

        assertThat(CommandRun.of("encode", photograph, "-o", "-").outBytes()).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void readsFromPipes() throws Exception {
        String photograph = CommandRun.PHOTOGRAPHS.resolve("rocket.jpg").toString();
        String commands = "cat \"$1\" | \"$0\" encode - -o - | \"$0\" info - && echo dark blue | \"$0\" text encode --stats";

        String output = run("bash", "-c", commands, LAUNCHER.toString(), photograph);

        assertThat(output).startsWith("-: ").contains("hybrid 640x427").contains("bits/char");
    }

    /** Such a file can be read only once. */
    @Test
    void readsNamedPipes() throws Exception {
        String photograph = CommandRun.PHOTOGRAPHS.resolve("rocket.jpg").toString();
        String commands = "\"$0\" encode <(cat \"$1\") -o p.inkl && \"$0\" decode <(cat p.inkl) -o p.png";

        assertThat(run("bash", "-c", commands, LAUNCHER.toString(), photograph)).contains("p.png: 640x427");
    }

    @Test
    void saysOnceThatTheEmbeddedNetworkCannotRunHere() throws Exception {
        Files.createDirectories(folder.resolve("files"));
        for (String name : List.of("rocket.jpg", "coffee.png")) {
            Path file = folder.resolve("files").resolve(name + ".inkl");
            run(LAUNCHER.toString(), "encode", CommandRun.PHOTOGRAPHS.resolve(name).toString(), "-o", file.toString());
        }

        ProcessBuilder process = process(LAUNCHER.toString(), "batch", "--decode", "files", "pictures");
        process.environment().put("INKLING_JAVA_OPTS", withoutNetworks());

        assertThat(finish(process, 0))
                .containsOnlyOnce("; pictures are made without a network")
                .contains("inkling: note: the embedded generator: ONNX Runtime cannot be loaded on this machine: ");
        assertThat(folder.resolve("pictures").resolve("coffee.png.png")).exists();
    }

    @Test
    void saysWhenNetworksCannotRunHere() throws Exception {
        String file = folder.resolve("p.inkl").toString();
        run(LAUNCHER.toString(), "encode", CommandRun.PHOTOGRAPHS.resolve("rocket.jpg").toString(), "-o", file);
        String model = CommandRun.HOME.resolve("inkling-cli").resolve(GeneratorModelTest.MODEL).toString();

        ProcessBuilder process = process(LAUNCHER.toString(), "decode", file, "--generator-model", model);
        process.environment().put("INKLING_JAVA_OPTS", withoutNetworks());

        assertThat(finish(process, 5))
                .contains(": nearest-x2.onnx: ONNX Runtime cannot be loaded on this machine: ")
                .matches("[^\n]+\n");
        assertThat(folder.resolve("p.inkl.png")).doesNotExist();
    }

    private String withoutNetworks() {
        return "-Donnxruntime.native.path=" + folder.resolve("missing");
    }

    private String run(String... command) throws Exception {
        return finish(process(command), 0);
    }

    private ProcessBuilder process(String... command) {
        return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    }

    private static String finish(ProcessBuilder builder, int exitCode) throws Exception {
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isEqualTo(exitCode);
        return output;
    }
}

package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BatchTest {
    @TempDir
    private Path folder;

    private Path in;
    private Path out;

    @BeforeEach
    void fillFolder() throws IOException {
        in = folder.resolve("in");
        out = folder.resolve("out");
        Files.createDirectories(in.resolve("sub"));
        copy("chelsea.png", "cat.png");
        copy("rocket.jpg", "sub/rocket.JPG");
        Files.writeString(in.resolve("notes.txt"), "not a picture, and not called one");
    }

    @Test
    void encodesAndDecodesATree() throws IOException {
        JsonNode encoded = batch(in, out).json();

        assertThat(files(out)).containsExactly("cat.inkl", "sub/rocket.inkl");
        assertThat(encoded.get("made").asInt()).isEqualTo(2);
        assertThat(encoded.get("bytes").asLong())
                .isEqualTo(Files.size(out.resolve("cat.inkl")) + Files.size(out.resolve("sub/rocket.inkl")));

        Path back = folder.resolve("back");
        assertThat(batch(out, back, "--decode").exitCode()).isZero();
        assertThat(files(back)).containsExactly("cat.png", "sub/rocket.png");
    }

    @Test
    void threadsDoNotChangeAByte() throws IOException {
        batch(in, out, "--threads", "1");
        Path other = folder.resolve("other");
        batch(in, other, "--threads", "2");

        for (String name : files(out)) {
            assertThat(other.resolve(name)).hasSameBinaryContentAs(out.resolve(name));
        }
    }

    @Test
    void goesOnWhereItStopped() throws IOException {
        batch(in, out);
        Files.delete(out.resolve("cat.inkl"));

        assertCounts(batch(in, out).json(), 1, 1);
        assertCounts(batch(in, out).json(), 0, 2);
        assertCounts(batch(in, out, "--redo").json(), 2, 0);
    }

    @Test
    void makesAgainWhatChanged() throws IOException {
        batch(in, out);
        Files.setLastModifiedTime(in.resolve("cat.png"), FileTime.fromMillis(System.currentTimeMillis() + 60_000));

        assertCounts(batch(in, out).json(), 1, 1);
        Files.setLastModifiedTime(in.resolve("cat.png"), FileTime.fromMillis(0));
        assertCounts(batch(in, out, "-q", "3").json(), 2, 0);
        assertCounts(batch(in, out, "-q", "3").json(), 0, 2);
    }

    /** The record's last line may be half written when the power fails. */
    @Test
    void aRecordCutShortIsMadeAgain() throws IOException {
        batch(in, out);
        Path record = out.resolve(BatchRecord.FILE_NAME);
        String lines = Files.readString(record);
        Files.writeString(record, lines.substring(0, lines.length() - 4));

        assertCounts(batch(in, out).json(), 1, 1);
        assertCounts(batch(in, out).json(), 0, 2);
    }

    @Test
    void aDamagedRecordLosesOnlyWhatIsDamaged() throws IOException {
        batch(in, out);
        Files.write(out.resolve(BatchRecord.FILE_NAME), new byte[] {(byte) 0xff, '\n'}, StandardOpenOption.APPEND);

        assertCounts(batch(in, out).json(), 0, 2);
    }

    @Test
    void linksThatLeadNowhereArePassedOver() throws IOException {
        Files.createSymbolicLink(in.resolve("lost.png"), folder.resolve("nowhere.png"));

        assertCounts(batch(in, out).json(), 2, 0);
    }

    @Test
    void listsFailuresAndDoesTheRest() throws IOException {
        Files.writeString(in.resolve("broken.png"), "nothing");

        CommandRun run = batch(in, out);

        assertThat(run.exitCode()).isEqualTo(3);
        assertCounts(run.json(), 2, 0);
        assertThat(run.json().get("failures").get(0).get("file").asString()).isEqualTo("broken.png");
        CommandRun text = CommandRun.of("batch", in.toString(), out.toString());
        assertThat(text.out()).containsPattern("failed +1").contains("broken.png: not a picture");
        assertThat(text.err()).isEmpty();
    }

    @Test
    void differentKindsOfFailureExitWith1() throws IOException {
        Files.writeString(in.resolve("broken.png"), "nothing");

        assertThat(batch(in, out, "--max-pixels", "1000").exitCode()).isEqualTo(1);
    }

    @Test
    void saysWhenThereIsNothingToDo() {
        CommandRun run = batch(in, out, "--decode");

        assertThat(run.exitCode()).isZero();
        assertCounts(run.json(), 0, 0);
        assertThat(run.err()).isEqualTo("inkling: " + in + ": no inkl files there\n");
    }

    @Test
    void namesThatDifferInTheirExtensionAloneDoNotCollide() throws IOException {
        copy("rocket.jpg", "cat.jpg");

        batch(in, out);

        assertThat(files(out)).containsExactly("cat.jpg.inkl", "cat.png.inkl", "sub/rocket.inkl");
    }

    @Test
    void outputInsideTheInputIsNotRead() throws IOException {
        Path nested = in.resolve("made");
        batch(in, nested);
        Path pictures = nested.resolve("pictures");

        batch(nested, pictures, "--decode");
        assertCounts(batch(in, pictures).json(), 2, 0);
    }

    private static CommandRun batch(Path from, Path to, String... more) {
        List<String> command = Stream.concat(Stream.of("batch", from.toString(), to.toString(), "--json"),
                        Stream.of(more))
                .collect(Collectors.toList());
        return CommandRun.of(command.toArray(String[]::new));
    }

    private static void assertCounts(JsonNode summary, int made, int skipped) {
        assertThat(summary.get("made").asInt()).as("made").isEqualTo(made);
        assertThat(summary.get("skipped").asInt()).as("skipped").isEqualTo(skipped);
    }

    private void copy(String photograph, String name) throws IOException {
        Files.copy(CommandRun.PHOTOGRAPHS.resolve(photograph), in.resolve(name));
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .filter(name -> !name.equals(BatchRecord.FILE_NAME))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }
}

package dev.inkling.cli;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Prepares later starts: unpacks native libraries, and runs typical commands once, so that the launcher can archive the
 * classes that they load ({@code -XX:ArchiveClassesAtExit}). Not for users.
 */
final class WarmUp {
    private static final int SIDE = 64;

    private WarmUp() {}

    /**
     * @param args an empty folder for files; a folder for native libraries that does not exist yet
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        NativeLibraries.unpack(Path.of(args[1]));
        ImageIO.write(gradient(), "png", folder.resolve("warm.png").toFile());
        ImageIO.write(gradient(), "jpeg", folder.resolve("warm.jpg").toFile());
        String file = folder.resolve("warm.inkl").toString();
        run("encode", folder.resolve("warm.jpg").toString());
        run("encode", folder.resolve("warm.png").toString(), "--json");
        run("encode", folder.resolve("warm.png").toString(), "--profile", "text", "--max-bytes", "200");
        run("encode", folder.resolve("warm.png").toString());
        run("decode", file);
        run("decode", file, "-o", folder.resolve("made.jpg").toString(), "--json");
        run("info", file);
        run("info", file, "--json");
        run("text", "encode", "--stats");
        run("text", "encode", "--lines", "--json");
        run("encode", "missing.png");
        run("encode", "--help-all");
        run("--help");
        run("--version");
    }

    /** Exit codes do not matter here: every outcome loads the classes that it needs. */
    private static void run(String... command) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        ByteArrayInputStream text = new ByteArrayInputStream("a small red boat\n".getBytes(StandardCharsets.UTF_8));
        Terminal terminal = new Terminal(text, nowhere, nowhere, false);
        InklingCommand.commandLine(new Environment(terminal, new Wiring(), null, false)).execute(command);
    }

    private static BufferedImage gradient() {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                image.setRGB(x, y, 4 * x << 16 | 4 * y << 8 | 128);
            }
        }
        return image;
    }
}

package dev.inkling.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Java machines with other settings give the same bytes. */
class OtherMachineTest {
    /** Without text: its prior alone would take the interpreter seconds to load. */
    @Test
    void interpreterGivesTheSameBytes() throws IOException, InterruptedException {
        assertSameBytes(Profile.PICTURE, "-Xint");
    }

    @Test
    void otherSettingsGiveTheSameBytes() throws IOException, InterruptedException {
        assertSameBytes(
                Profile.HYBRID, "-XX:ActiveProcessorCount=1", "-Duser.language=tr", "-Duser.country=TR",
                "-Duser.timezone=Asia/Kathmandu", "-Dfile.encoding=ISO-8859-1");
    }

    private static void assertSameBytes(Profile profile, String... settings) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(settings));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), EncodeToHex.class.getName(), profile.name()));
        Process machine = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(machine.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(machine.waitFor()).as(printed).isZero();
        assertThat(printed.strip()).isEqualTo(EncodeToHex.file(profile));
    }
}

package dev.inkling.bitstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.inkling.FuzzSeeds;
import dev.inkling.MalformedBitstreamException;
import dev.inkling.UnsupportedBitstreamException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are a file or are refused; {@code docs/fuzzing.md} tells how to search for exceptions to that. */
class BitstreamFuzzTest {
    static Stream<byte[]> files() {
        return Stream.concat(FuzzSeeds.of("golden", ".inkl"), FuzzSeeds.of("golden-errors", ".inkl"));
    }

    static Stream<byte[]> bodies() {
        return files().filter(file -> file.length > 0).map(Seal::body);
    }

    @MethodSource("files")
    @FuzzTest(maxDuration = "20m")
    void anyBytesAreReadOrRefused(byte[] file) {
        read(file);
    }

    /** The check is made right, so that the parsers behind it are reached. */
    @MethodSource("bodies")
    @FuzzTest(maxDuration = "20m")
    void anyBytesBehindTheCheckAreReadOrRefused(byte[] body) {
        read(Seal.brief(body));
        read(Seal.archive(body));
    }

    private static void read(byte[] file) {
        try {
            BitstreamReader.Read read = BitstreamReader.read(file);
            assertThat(read.budget().bits()).isEqualTo(8L * file.length);
            assertThat(read.budget().parts()).allSatisfy(part -> assertThat(part.bits()).isNotNegative());
        } catch (MalformedBitstreamException e) {
            assertThat(e.offset()).isBetween(0L, (long) file.length);
        } catch (UnsupportedBitstreamException e) {
            assertThat(e.known()).isNotEmpty();
        }
    }
}

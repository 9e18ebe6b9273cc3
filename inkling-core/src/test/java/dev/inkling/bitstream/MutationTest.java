package dev.inkling.bitstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.bitstream.Goldens.Golden;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 10,000 files that nobody wrote: each is read or refused, none takes long, and damage is noticed. */
class MutationTest {
    private static final int DAMAGED = 6000;
    private static final int RANDOM = 1000;
    private static final int RESEALED = 3000;
    private static final int LARGEST = 400;

    private static List<byte[]> files = List.of();
    private static long slowest;

    @BeforeAll
    static void collect() {
        files = Goldens.valid().stream()
                .map(Golden::file)
                .filter(file -> file.length <= LARGEST)
                .toList();
        files.forEach(Goldens::refusal);
    }

    /** Whether a file is read; anything but the two refusals, or more than a second, fails the test. */
    private static boolean isRead(byte[] file) {
        long start = System.nanoTime();
        boolean read = Goldens.refusal(file).isEmpty();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        slowest = Math.max(slowest, millis);
        assertThat(millis).as("milliseconds").isLessThanOrEqualTo(1000);
        return read;
    }

    private static byte[] any(SplittableRandom random) {
        return files.get(random.nextInt(files.size()));
    }

    private static byte[] change(byte[] file, SplittableRandom random) {
        byte[] changed = file.clone();
        changed[random.nextInt(file.length)] ^= (byte) (1 + random.nextInt(255));
        return changed;
    }

    private static byte[] truncate(byte[] file, SplittableRandom random) {
        return Arrays.copyOf(file, random.nextInt(file.length));
    }

    private static byte[] extend(byte[] file, SplittableRandom random) {
        byte[] longer = Arrays.copyOf(file, file.length + 1 + random.nextInt(8));
        for (int i = file.length; i < longer.length; i++) {
            longer[i] = (byte) random.nextInt(256);
        }
        return longer;
    }

    @Test
    void damageIsNoticed() {
        SplittableRandom random = new SplittableRandom(1);
        int[] unnoticed = new int[3];
        for (int i = 0; i < DAMAGED; i++) {
            byte[] file = any(random);
            byte[] damaged = switch (i % 3) {
                case 0 -> truncate(file, random);
                case 1 -> extend(file, random);
                default -> change(file, random);
            };
            unnoticed[i % 3] += isRead(damaged) ? 1 : 0;
        }
        double share = 1 - Arrays.stream(unnoticed).sum() / (double) DAMAGED;
        System.out.printf(
                "noticed %.2f %% of the damage (unnoticed: %d truncations, %d extensions, %d changes of %d each)%n", 100 * share, unnoticed[0], unnoticed[1], unnoticed[2], DAMAGED / 3);
        assertThat(share).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void randomBytesAreReadOrRefused() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < RANDOM; i++) {
            byte[] file = new byte[random.nextInt(300)];
            random.nextBytes(file);
            isRead(file);
        }
    }

    @Test
    void damageBehindAValidCheckIsReadOrRefused() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < RESEALED; i++) {
            byte[] body = Seal.body(any(random));
            byte[] damaged = switch (i % 4) {
                case 0 -> truncate(body, random);
                case 1 -> extend(body, random);
                case 2 -> change(change(body, random), random);
                default -> noise(body, random);
            };
            isRead(i % 8 < 4 ? Seal.brief(damaged) : Seal.archive(damaged));
        }
        System.out.println("slowest of these files: " + slowest + " ms");
    }

    /** The header of a file with random bytes behind it. */
    private static byte[] noise(byte[] body, SplittableRandom random) {
        byte[] noisy = new byte[body.length];
        random.nextBytes(noisy);
        System.arraycopy(body, 0, noisy, 0, Math.min(6, body.length));
        return noisy;
    }
}

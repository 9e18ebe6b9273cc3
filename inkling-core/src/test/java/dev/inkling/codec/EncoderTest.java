package dev.inkling.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.inkling.Layer;
import dev.inkling.LayerType;
import dev.inkling.MalformedBitstreamException;
import dev.inkling.TestPictures;
import dev.inkling.UnsupportedBitstreamException;
import dev.inkling.bitstream.BitstreamReader;
import dev.inkling.bitstream.BitstreamWriter;
import dev.inkling.classical.ClassicalGenerator;
import dev.inkling.classical.LayoutDescriber;
import dev.inkling.classical.WordCondenser;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the encoder promises, on files that a fresh decoder reads. */
@Isolated("changes the default locale and time zone")
class EncoderTest {
    private static final ImageSize SIZE = new ImageSize(64, 48);
    private static final int AMPLE = 400;

    private static List<Raster> pictures() {
        return List.of(
                TestPictures.scene(SIZE),
                TestPictures.gradient(new ImageSize(100, 9)),
                TestPictures.flat(new ImageSize(1, 1), 0xffffff));
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void fileIsNeverLargerThanAsked(Profile profile) throws IOException {
        for (Raster picture : pictures()) {
            for (int budget : new int[] {60, 300}) {
                for (boolean archive : new boolean[] {false, true}) {
                    Encoded encoded = Codecs.encode(picture, profile, budget, archive);
                    assertThat(encoded.bitstream()).hasSizeLessThanOrEqualTo(budget);
                    assertIsWhatItSays(encoded, picture.size(), archive);
                }
            }
        }
    }

    @Test
    void saysWhatItIsBusyWith() throws IOException {
        assertThat(stages(Profile.HYBRID)).startsWith(EncodeStage.SHRINKING, EncodeStage.DESCRIBING, EncodeStage.TEXT_LAYER)
                .endsWith(EncodeStage.PICTURE_SEARCH, EncodeStage.GENERATOR);
        assertThat(stages(Profile.PICTURE)).containsExactly(
                EncodeStage.SHRINKING, EncodeStage.PICTURE_SEARCH, EncodeStage.GENERATOR);
        assertThat(stages(Profile.TEXT)).startsWith(EncodeStage.SHRINKING, EncodeStage.DESCRIBING)
                .endsWith(EncodeStage.TEXT_LAYER);
        assertThat(stages(Profile.KEYWORDS)).startsWith(EncodeStage.SHRINKING, EncodeStage.DESCRIBING)
                .endsWith(EncodeStage.TEXT_LAYER);
    }

    private static List<EncodeStage> stages(Profile profile) throws IOException {
        List<EncodeStage> stages = new ArrayList<>();
        Encoder encoder = new Encoder(new LayoutDescriber(), new WordCondenser(), new ClassicalGenerator(), stages::add);
        encoder.encode(TestPictures.scene(SIZE), new EncodeOptions(profile, new RateTarget.Bytes(AMPLE), false));
        return stages;
    }

    /** No limit allows more than an array holds. */
    @Test
    void sizesThatNoRasterHasAreRefused() {
        BitstreamWriter writer = new BitstreamWriter(new ImageSize(65_535, 65_535), false);
        writer.text(new Layer.Prose("A dim picture."));
        byte[] file = new byte[writer.finish().bytes().remaining()];
        writer.finish().bytes().get(file);

        assertThatThrownBy(() -> new Decoder(new ClassicalGenerator(), Long.MAX_VALUE).decode(file))
                .isInstanceOf(UnsupportedBitstreamException.class)
                .hasMessageContaining("65535x65535");
    }

    /** The promises of the encoder are what a fresh decoder finds, and every bit is accounted for. */
    private static void assertIsWhatItSays(Encoded encoded, ImageSize size, boolean archive) throws IOException {
        BitstreamReader.Read read = BitstreamReader.read(encoded.bitstream());
        assertThat(read.archive()).isEqualTo(archive);
        assertThat(read.contents()).isEqualTo(encoded.contents());
        assertThat(read.budget()).isEqualTo(encoded.budget());
        assertThat(read.budget().bits()).isEqualTo(8L * encoded.bitstream().length);
        assertThat(Codecs.decoder().decode(encoded.bitstream()).picture().size()).isEqualTo(size);
    }

    @Test
    void profilesHaveTheirLayers() throws IOException {
        Raster picture = TestPictures.scene(SIZE);
        assertThat(types(Codecs.encode(picture, Profile.TEXT, AMPLE))).containsExactly(LayerType.TEXT);
        assertThat(types(Codecs.encode(picture, Profile.PICTURE, AMPLE))).containsExactly(LayerType.PICTURE);
        assertThat(types(Codecs.encode(picture, Profile.HYBRID, AMPLE)))
                .containsExactly(LayerType.TEXT, LayerType.PICTURE);
        assertThat(Codecs.encode(picture, Profile.KEYWORDS, AMPLE).contents().layers())
                .singleElement()
                .isInstanceOf(Layer.Keywords.class);
    }

    private static List<LayerType> types(Encoded encoded) {
        return encoded.contents().layers().stream().map(Layer::type).toList();
    }

    /** Below a hundred bytes a smaller file may be the better one: sizes of tiny pictures lie far apart there. */
    @ParameterizedTest
    @EnumSource(names = {"PICTURE", "HYBRID"})
    void budgetIsUsedWhereThePictureCanUseIt(Profile profile) throws IOException {
        for (String file : List.of("chelsea.png", "coffee.png")) {
            Raster picture = Codecs.photograph(file, 160);
            for (int budget : new int[] {70, 145, 250, 600}) {
                assertThat(Codecs.encode(picture, profile, budget).bitstream().length)
                        .as("%s at %d", file, budget)
                        .isGreaterThanOrEqualTo(budget < 100 ? 85 * budget / 100 : (9 * budget + 9) / 10);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void impossibleBudgetNamesTheSmallestWhichWorks(Profile profile) throws IOException {
        for (Raster picture : pictures()) {
            BudgetTooSmallException refusal =
                    catchThrowableOfType(BudgetTooSmallException.class, () -> Codecs.encode(picture, profile, 1));
            assertThat(refusal).hasMessageContaining(profile.label()).hasMessageContaining("at most 1 are allowed");
            int smallest = refusal.smallest();
            assertThat(refusal).hasMessageContaining("at least " + smallest + " bytes");
            assertThat(Codecs.encode(picture, profile, smallest).bitstream()).hasSizeLessThanOrEqualTo(smallest);
            assertThatThrownBy(() -> Codecs.encode(picture, profile, smallest - 1))
                    .isInstanceOf(BudgetTooSmallException.class);
        }
    }

    @Test
    void localeAndTimeZoneChangeNothing() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Raster picture = TestPictures.scene(SIZE);
        try {
            Locale.setDefault(Locale.ROOT);
            List<byte[]> here = allProfiles(picture);
            Locale.setDefault(new Locale("tr", "TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            List<byte[]> there = allProfiles(picture);
            Locale.setDefault(new Locale.Builder().setLanguageTag("ar-EG-u-nu-arab").build());
            List<byte[]> elsewhere = allProfiles(picture);
            for (int i = 0; i < here.size(); i++) {
                assertThat(there.get(i)).isEqualTo(here.get(i));
                assertThat(elsewhere.get(i)).isEqualTo(here.get(i));
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static List<byte[]> allProfiles(Raster picture) throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (Profile profile : Profile.values()) {
            files.add(Codecs.encode(picture, profile, 150).bitstream());
        }
        return files;
    }

    @Test
    void twoThreadsWithOneEncoderGiveTheBytesOfOne() throws Exception {
        Encoder encoder = Codecs.encoder();
        EncodeOptions options = EncodeOptions.of(new RateTarget.Bytes(150));
        List<Raster> pictures = List.of(TestPictures.scene(SIZE), TestPictures.gradient(SIZE));
        List<byte[]> alone = new ArrayList<>();
        for (Raster picture : pictures) {
            alone.add(encoder.encode(picture, options).bitstream());
        }
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<byte[]>> together = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Raster picture = pictures.get(i % 2);
                together.add(threads.submit(() -> encoder.encode(picture, options).bitstream()));
            }
            for (int i = 0; i < 4; i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i % 2));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void rateMayBeAskedForInThreeWays() {
        ImageSize size = new ImageSize(1000, 800);
        assertThat(new RateTarget.Bytes(77).maxBytes(size, 0)).isEqualTo(77);
        assertThat(new RateTarget.BitsPerPixel(0.003).maxBytes(size, 0)).isEqualTo(300);
        assertThat(new RateTarget.Quality(0).maxBytes(size, 0)).isEqualTo(44);
        assertThat(new RateTarget.Quality(5).maxBytes(size, 0)).isEqualTo(248);
        assertThat(new RateTarget.Quality(10).maxBytes(size, 0)).isEqualTo(1408);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0, 8.1, Double.NaN, Double.POSITIVE_INFINITY})
    void impossibleRatesAreRefused(double bpp) {
        assertThatThrownBy(() -> new RateTarget.BitsPerPixel(bpp)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hugePicturesAreRefusedBeforeMemoryIsTaken() throws IOException {
        byte[] file = Codecs.encode(TestPictures.scene(SIZE), Profile.TEXT, AMPLE).bitstream();
        Decoder small = new Decoder(new ClassicalGenerator(), SIZE.pixels() - 1);
        assertThatThrownBy(() -> small.decode(file))
                .isInstanceOf(UnsupportedBitstreamException.class)
                .hasMessageContaining("64x48");
    }

    @Test
    void damagedFileIsRefused() throws IOException {
        byte[] file = Codecs.encode(TestPictures.scene(SIZE), Profile.HYBRID, 100).bitstream();
        assertThatThrownBy(() -> Codecs.decoder().decode(Arrays.copyOf(file, file.length - 1)))
                .isInstanceOf(MalformedBitstreamException.class);
    }
}

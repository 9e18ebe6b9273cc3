package dev.inkling.eval.baseline;

import dev.inkling.eval.Coded;
import dev.inkling.image.Raster;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** One picture coded with several settings, each once. Not thread-safe. */
final class CodedSettings {
    private final PictureCoder coder;
    private final Raster picture;
    private final Map<Integer, Coded> coded = new HashMap<>();

    CodedSettings(PictureCoder coder, Raster picture) {
        this.coder = coder;
        this.picture = picture;
    }

    Raster picture() {
        return picture;
    }

    Coded at(int setting) throws IOException {
        Coded known = coded.get(setting);
        if (known == null) {
            long start = System.nanoTime();
            byte[] file = coder.encode(picture, setting);
            double seconds = (System.nanoTime() - start) / 1e9;
            known = new Coded(file, coder.parts(file), name(setting), seconds);
            coded.put(setting, known);
        }
        return known;
    }

    private String name(int setting) {
        return picture.size() + ", " + coder.settingName(setting);
    }

    /**
     * The finest setting within the budget.
     *
     * @param settings only those below this number are tried
     */
    OptionalInt finest(int maxBytes, int settings) throws IOException {
        return RateSearch.finest(maxBytes, settings, setting -> at(setting).file().length);
    }

    /** Length of the coarsest file in bytes. */
    long smallest() throws IOException {
        return at(0).file().length;
    }
}

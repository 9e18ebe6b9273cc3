package dev.inkling.picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Writes the files that training starts from: the DCT, models that know nothing, a filter that does nothing. */
final class UntrainedFiles {
    private UntrainedFiles() {}

    /** Usage: {@code UntrainedFiles FOLDER}. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        int[][][][] transforms = new int[Basis.KINDS][][][];
        Arrays.fill(transforms, Basis.DCT);
        TrainingPictures.write(folder.resolve("picture-transforms.bin"), out -> Basis.write(out, transforms));
        TrainingPictures.write(folder.resolve("picture-models.bin"), new PictureModels()::write);
        int weights = Frame.COMPONENTS * Restoration.CLASSES * Restoration.FEATURES;
        TrainingPictures.write(
                folder.resolve("picture-restoration.bin"), out -> out.write(new byte[weights * Short.BYTES]));
    }
}

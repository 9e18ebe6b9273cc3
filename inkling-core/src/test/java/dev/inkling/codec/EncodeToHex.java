package dev.inkling.codec;

import dev.inkling.TestPictures;
import dev.inkling.image.ImageSize;
import java.io.IOException;
import java.util.HexFormat;

/** Prints the file of one picture: what {@link OtherMachineTest} runs in other Java machines. */
final class EncodeToHex {
    private static final int BYTES = 90;

    private EncodeToHex() {}

    static String file(Profile profile) throws IOException {
        Encoded encoded = Codecs.encode(TestPictures.scene(new ImageSize(64, 48)), profile, BYTES);
        return HexFormat.of().formatHex(encoded.bitstream());
    }

    /** @param args the profile */
    public static void main(String[] args) throws IOException {
        System.out.println(file(Profile.valueOf(args[0])));
    }
}

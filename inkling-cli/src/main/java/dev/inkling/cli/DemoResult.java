package dev.inkling.cli;

import dev.inkling.image.Raster;
import java.util.List;

/**
 * One encode and decode of a demonstration.
 *
 * @param maxBytes       bytes allowed
 * @param facts          what is in the file
 * @param reconstruction the decoded picture
 * @param psnr           distortion in dB; higher is closer
 * @param encodeMillis   time of the encode
 * @param decodeMillis   time of the decode
 * @param notes          what the decoder says about the picture
 */
record DemoResult(
        int maxBytes,
        FileFacts facts,
        Raster reconstruction,
        double psnr,
        long encodeMillis,
        long decodeMillis,
        List<String> notes) {
    DemoResult {
        notes = List.copyOf(notes);
    }

    void writeTo(JsonWriter json, String photograph) {
        json.beginObject().name("photograph").value(photograph);
        json.name("maxBytes").value(maxBytes);
        facts.writeTo(json);
        json.name("psnr").value(psnr);
        json.name("encodeMillis").value(encodeMillis);
        json.name("decodeMillis").value(decodeMillis);
        json.endObject();
    }
}

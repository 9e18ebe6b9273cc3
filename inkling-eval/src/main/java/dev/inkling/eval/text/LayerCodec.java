package dev.inkling.eval.text;

import dev.inkling.Layer;
import dev.inkling.codec.TextMessage;
import java.io.IOException;

/** Inkling's text layer. */
final class LayerCodec implements TextCodec {
    @Override
    public String name() {
        return "inkling";
    }

    @Override
    public byte[] encode(String text) {
        return TextMessage.encode(new Layer.Prose(text));
    }

    @Override
    public String decode(byte[] bytes) throws IOException {
        return TextMessage.decode(bytes) instanceof Layer.Prose prose ? prose.text() : "";
    }
}

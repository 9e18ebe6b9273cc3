package dev.inkling.onnx.describe;

import dev.inkling.ProviderException;
import dev.inkling.onnx.Network;
import org.jspecify.annotations.Nullable;

/** Opens the decoder of a captioner, the fastest way that its files allow. */
final class CaptionDecoders {
    private static final String MERGED = "decoder_model_merged";
    private static final String WITH_PAST = "decoder_with_past_model";

    private CaptionDecoders() {}

    /** @param embedder makes vectors of tokens for networks that want those */
    static TextDecoder open(OpenNetworks networks, @Nullable Network embedder) throws ProviderException {
        if (networks.has(MERGED)) {
            Network merged = networks.open(MERGED);
            return new RememberingDecoder(merged, merged, embedder);
        }
        Network first = networks.open("decoder_model", "text_decoder_model");
        return networks.has(WITH_PAST)
                ? new RememberingDecoder(first, networks.open(WITH_PAST), embedder)
                : new PlainDecoder(first, embedder);
    }
}

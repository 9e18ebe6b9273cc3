package dev.inkling.onnx.describe;

import dev.inkling.ProviderException;
import dev.inkling.onnx.Network;
import dev.inkling.onnx.models.ModelFolder;

/** Opens the decoder of a captioner, the fastest way that its files allow. */
final class CaptionDecoders {
    private static final String MERGED = "onnx/decoder_model_merged";
    private static final String WITH_PAST = "onnx/decoder_with_past_model";
    private static final String[] PLAIN = {"onnx/decoder_model", "onnx/text_decoder_model"};

    private CaptionDecoders() {}

    static TextDecoder open(ModelFolder folder, int threads) throws ProviderException {
        if (folder.hasNetwork(MERGED)) {
            Network merged = folder.network(threads, MERGED);
            return freed(merged, () -> new RememberingDecoder(merged, merged));
        }
        Network first = folder.network(threads, PLAIN);
        if (!folder.hasNetwork(WITH_PAST)) {
            return freed(first, () -> new PlainDecoder(first));
        }
        return freed(first, () -> {
            Network rest = folder.network(threads, WITH_PAST);
            return freed(rest, () -> new RememberingDecoder(first, rest));
        });
    }

    /** Makes a decoder, and frees the network when that fails. */
    private static TextDecoder freed(Network network, Maker maker) throws ProviderException {
        try {
            return maker.make();
        } catch (ProviderException e) {
            network.close();
            throw e;
        }
    }

    private interface Maker {
        TextDecoder make() throws ProviderException;
    }
}

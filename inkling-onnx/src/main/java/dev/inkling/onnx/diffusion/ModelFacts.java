package dev.inkling.onnx.diffusion;

import dev.inkling.ProviderException;
import dev.inkling.image.ImageSize;
import dev.inkling.onnx.models.ModelFolder;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What the configuration files of a model say. Those of U-Net and autoencoder may be missing; Stable Diffusion's are
 * assumed then.
 *
 * @param scheduler   how it is sampled
 * @param channels    of its latents
 * @param latentSide  of the square latents that it was trained on
 * @param pixels      how many pixels a latent is wide and high
 * @param latentScale what latents are multiplied by
 */
record ModelFacts(SchedulerConfig scheduler, int channels, int latentSide, int pixels, double latentScale) {
    /** Small files that pictures depend on, as far as a model has them. */
    static final List<String> FILES = List.of(
            "scheduler/scheduler_config.json", "unet/config.json", "vae_decoder/config.json", "vae/config.json",
            "tokenizer/vocab.json", "tokenizer/merges.txt", "tokenizer/tokenizer.json",
            "tokenizer/tokenizer_config.json", EmbeddingNoise.STATISTICS, EmbeddingNoise.SCHEDULER);

    private static final int MOST_CHANNELS = 64;
    private static final int LONGEST_LATENT_SIDE = 512;
    private static final int MOST_BLOCKS = 6;

    static ModelFacts read(ModelFolder folder) throws ProviderException {
        JsonNode unet = json(folder, "unet/config.json");
        JsonNode autoencoder = json(folder, "vae_decoder/config.json", "vae/config.json");
        JsonNode size = unet.path("sample_size");
        // Tiny autoencoders give their blocks by another name, but are as deep.
        int blocks = autoencoder.has("block_out_channels") ? autoencoder.path("block_out_channels").size() : 4;
        int channels = unet.path("in_channels").asInt(4);
        int side = size.isArray() ? size.path(0).asInt(64) : size.asInt(64);
        double scale = autoencoder.path("scaling_factor").asDouble(0.18215);
        boolean usable = channels >= 1 && channels <= MOST_CHANNELS && side >= 1 && side <= LONGEST_LATENT_SIDE
                && blocks >= 1 && blocks <= MOST_BLOCKS && scale > 0;
        if (!usable) {
            throw folder.failure("latents of " + channels + " channels and " + side + "x" + side + ", by " + scale
                    + " and " + blocks + " blocks, are of no known model");
        }
        requireSameChannels(folder, unet, channels);
        return new ModelFacts(
                SchedulerConfig.read(folder, "scheduler/scheduler_config.json"), channels, side, 1 << blocks - 1, scale);
    }

    private static void requireSameChannels(ModelFolder folder, JsonNode unet, int channels) throws ProviderException {
        int out = unet.path("out_channels").asInt(channels);
        if (out != channels) {
            throw folder.failure("its U-Net takes " + channels + " channels and makes " + out
                    + "; models for inpainting and editing make no pictures of their own");
        }
    }

    private static JsonNode json(ModelFolder folder, String... names) throws ProviderException {
        for (String name : names) {
            if (folder.find(name).isPresent()) {
                return folder.json(name);
            }
        }
        return MissingNode.getInstance();
    }

    /** The latents of a picture of this size, at the area that the model was trained on. */
    Autoencoder autoencoder(ImageSize wanted) {
        ImageSize size = WorkSize.of(wanted, latentSide * pixels);
        LatentShape shape = new LatentShape(channels, size.height() / pixels, size.width() / pixels);
        return new Autoencoder(shape, pixels, latentScale);
    }
}

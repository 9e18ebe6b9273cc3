package dev.inkling.onnx.clip;

import dev.inkling.ProviderException;
import dev.inkling.onnx.TensorType;
import dev.inkling.onnx.models.ModelFolder;
import tools.jackson.databind.JsonNode;

/**
 * What the {@code config.json} of a CLIP says.
 *
 * @param siglip     whether it is a SigLIP, which looks at the padding of a text too
 * @param projection dimension of its vectors; 0 where it says none
 * @param context    most tokens of a text
 * @param side       width and height of its pictures
 */
record ClipConfig(boolean siglip, int projection, int context, int side) {
    private static final int CLIP_CONTEXT = 77;
    private static final int SIGLIP_CONTEXT = 64;
    private static final int MAX_CONTEXT = 4096;
    private static final int MAX_SIDE = 4096;

    static ClipConfig read(ModelFolder folder) throws ProviderException {
        JsonNode json = folder.json("config.json");
        boolean siglip = json.path("model_type").asString("").startsWith("siglip");
        int context = json.path("text_config").path("max_position_embeddings")
                .asInt(siglip ? SIGLIP_CONTEXT : CLIP_CONTEXT);
        int side = json.path("vision_config").path("image_size").asInt(224);
        int projection = json.path("projection_dim").asInt(0);
        if (context < 2 || context > MAX_CONTEXT || side < 1 || side > MAX_SIDE) {
            throw folder.failure("its config.json speaks of " + context + " tokens and pictures of " + side + " pixels");
        }
        return new ClipConfig(siglip, projection, context, side);
    }

    /** Tokens of a text where a network declares this many. */
    int context(long declared) {
        return declared == TensorType.ANY ? context : Math.toIntExact(declared);
    }

    /** Side of a picture where a network declares this one. */
    int pictureSide(long declared) {
        return declared == TensorType.ANY ? side : Math.toIntExact(declared);
    }
}

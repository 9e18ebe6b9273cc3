package dev.inkling.onnx.models;

import java.util.Set;

/** What a file in the folder of a model is for, by its name. */
enum FileKind {
    /** An ONNX file. */
    NETWORK,
    /** Configuration, vocabularies, names of kinds, the model card and the licence; and statistics of embeddings. */
    SETTING,
    /** Weights of other frameworks, pictures and whatever else; or weights of a network, which only that network can tell. */
    OTHER;

    private static final Set<String> TEXTS = Set.of("json", "txt", "model", "md");
    private static final Set<String> LICENCES = Set.of("LICENSE", "LICENCE", "NOTICE");

    /** Mean and spread of embeddings, which models that paint from them have beside their networks: a few kilobytes. */
    private static final String STATISTICS = "image_normalizer/diffusion_pytorch_model.safetensors";

    static FileKind of(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        if (file.startsWith(".") || file.contains("/.") || name.equals(ModelLock.FILE)) {
            return OTHER;
        }
        if (extension.equals("onnx")) {
            return NETWORK;
        }
        boolean setting = TEXTS.contains(extension) || LICENCES.contains(name) || file.equals(STATISTICS);
        return setting ? SETTING : OTHER;
    }
}

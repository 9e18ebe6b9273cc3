package dev.inkling.onnx.models;

import java.util.Set;

/** What a file in the folder of a model is for, by its name. */
enum FileKind {
    /** An ONNX file. */
    NETWORK,
    /** Configuration, vocabularies, the model card and the licence. */
    TEXT,
    /** Weights of other frameworks, pictures and whatever else; or weights of a network, which only that network can tell. */
    OTHER;

    private static final Set<String> TEXTS = Set.of("json", "txt", "model", "md");
    private static final Set<String> LICENCES = Set.of("LICENSE", "LICENCE", "NOTICE");

    static FileKind of(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        if (file.startsWith(".") || file.contains("/.") || name.equals(ModelLock.FILE)) {
            return OTHER;
        }
        if (extension.equals("onnx")) {
            return NETWORK;
        }
        return TEXTS.contains(extension) || LICENCES.contains(name) ? TEXT : OTHER;
    }
}

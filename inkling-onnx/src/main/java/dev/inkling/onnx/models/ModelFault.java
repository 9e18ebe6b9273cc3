package dev.inkling.onnx.models;

/**
 * A file of a model that is not as it came.
 *
 * @param path   relative to the folder of the model, with slashes
 * @param reason what is wrong with it
 */
public record ModelFault(String path, String reason) {}

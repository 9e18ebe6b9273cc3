package dev.inkling.onnx.models;

/**
 * A file of a model, as the hub lists it.
 *
 * @param path relative, with slashes; what a hub says, so that {@link FileName} has to be asked before it is used
 * @param size bytes, 0 or more
 * @param kind of hash
 * @param hash of its content
 */
record HubFile(String path, long size, ContentHash kind, String hash) {}

package dev.inkling.onnx.models;

import java.util.Map;

/**
 * What a model on the hub consists of.
 *
 * @param address that was asked for
 * @param commit  hash of the commit that its revision means now
 * @param files   all of them, by path
 */
record HubListing(HubAddress address, String commit, Map<String, HubFile> files) {
    HubListing {
        files = Map.copyOf(files);
    }
}

package dev.inkling.onnx.models;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is to come from the hub. Immutable. */
public final class PullPlan {
    private final HubListing listing;
    private final List<HubFile> files;

    PullPlan(HubListing listing, List<HubFile> files) {
        this.listing = listing;
        this.files = List.copyOf(files);
    }

    /** Which model it is, and the revision that was asked for. */
    public HubAddress address() {
        return listing.address();
    }

    /** Hash of the commit that the revision means now. */
    public String commit() {
        return listing.commit();
    }

    /** Bytes of each file, by path. */
    public Map<String, Long> sizes() {
        Map<String, Long> sizes = new TreeMap<>();
        files.forEach(file -> sizes.put(file.path(), file.size()));
        return sizes;
    }

    /** Bytes of all files together. */
    public long size() {
        return files.stream().mapToLong(HubFile::size).sum();
    }

    HubListing listing() {
        return listing;
    }

    List<HubFile> files() {
        return files;
    }
}

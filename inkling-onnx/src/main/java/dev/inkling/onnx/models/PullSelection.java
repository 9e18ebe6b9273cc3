package dev.inkling.onnx.models;

import dev.inkling.ProviderException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which files of a model on the hub are wanted.
 *
 * @param precision of each network, where it is there in this one
 * @param networks  paths of those wanted, with folders or without, but without precision and extension; empty for all
 */
public record PullSelection(Precision precision, Set<String> networks) {
    public PullSelection {
        networks = Set.copyOf(networks);
    }

    /**
     * Networks, their weights as far as names tell, and texts.
     *
     * @throws ProviderException when there is no such network, or a file that is wanted has a name that is not safe
     */
    List<HubFile> of(HubListing listing) throws ProviderException {
        Set<String> chosen = chooseNetworks(listing);
        List<HubFile> files = new ArrayList<>();
        for (String path : new TreeSet<>(listing.files().keySet())) {
            boolean wanted = switch (FileKind.of(path)) {
                case NETWORK -> chosen.contains(path);
                case SETTING -> true;
                case OTHER -> chosen.stream().anyMatch(network -> looksLikeWeights(path, network));
            };
            if (wanted) {
                files.add(safe(listing, path));
            }
        }
        return files;
    }

    /** The file of a listing, or a refusal of its name. */
    static HubFile safe(HubListing listing, String path) throws ProviderException {
        HubFile file = listing.files().get(path);
        if (file == null || !FileName.isSafe(path) || path.equals(ModelLock.FILE)) {
            throw failure(listing, file == null
                    ? "it needs " + path + ", which the hub does not have"
                    : "a file of it is called " + path + ", which is no name for a file here");
        }
        return file;
    }

    private Set<String> chooseNetworks(HubListing listing) throws ProviderException {
        List<String> all = listing.files().keySet().stream()
                .filter(path -> FileKind.of(path) == FileKind.NETWORK)
                .toList();
        Map<String, String> best = precision.choose(all);
        if (best.isEmpty()) {
            throw failure(listing, "there is no ONNX file in it; look for an export to ONNX of the same model");
        }
        Set<String> chosen = new TreeSet<>();
        for (String network : networks) {
            chosen.addAll(named(network, best, listing));
        }
        return networks.isEmpty() ? new TreeSet<>(best.values()) : chosen;
    }

    private static Collection<String> named(String network, Map<String, String> best, HubListing listing)
            throws ProviderException {
        List<String> found = best.entrySet().stream()
                .filter(entry -> ("/" + entry.getKey()).endsWith("/" + network))
                .map(Map.Entry::getValue)
                .toList();
        if (found.isEmpty()) {
            throw failure(listing, "there is no network " + network + " in it, but " + String.join(", ", best.keySet()));
        }
        return found;
    }

    /** As exporters call them: {@code model.onnx_data}, {@code model.onnx_data_1}, {@code model.onnx.data}, {@code weights.pb}. */
    private static boolean looksLikeWeights(String path, String network) {
        String folder = network.substring(0, network.lastIndexOf('/') + 1);
        boolean named = path.startsWith(network) && path.substring(network.length()).matches("[._]data(_\\d+)?");
        return named || path.equals(folder + "weights.pb");
    }

    /** Names that a hub gives are not printed as they are. */
    private static ProviderException failure(HubListing listing, String reason) {
        return new ProviderException(listing.address().toString(), false, reason.replaceAll("[^ -~]", "?"));
    }
}

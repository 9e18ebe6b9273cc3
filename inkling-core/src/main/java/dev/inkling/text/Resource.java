package dev.inkling.text;

import java.io.IOException;
import java.io.InputStream;

/** The trained files that ship beside these classes. */
final class Resource {
    private Resource() {}

    static byte[] bytes(String name) throws IOException {
        try (InputStream in = Resource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing from the build");
            }
            return in.readAllBytes();
        }
    }
}
